-- A sliding window whose uses gateways take in leases. Uses are counted in slots, each until its last moment is a
-- window ago; a lease is counted in the slot in which it ends, so it does not matter when it is used.
-- KEYS: window, born. ARGV: limit window slot lasts need want parts | backLeft backSlot | away left
local born = redis.call('GET', KEYS[2])
if not born then return {-1, 0, 0, 0, 0, 0} end
local limit, window, length, lasts = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local need, want, parts = tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7])
local back, backSlot = tonumber(ARGV[8]), tonumber(ARGV[9])
local away, left = tonumber(ARGV[10]), tonumber(ARGV[11])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local function ends(slot) return (slot + 1) * length + window end

local used, emptied, slots, counts = 0, 0, {}, {}
local kept = redis.call('HGETALL', KEYS[1])
for i = 1, #kept, 2 do
  if kept[i] == 'emptied' then
    emptied = tonumber(kept[i + 1])
  else
    local slot, count = tonumber(kept[i]), tonumber(kept[i + 1])
    if ends(slot) <= now or count <= 0 then
      redis.call('HDEL', KEYS[1], kept[i])
    else
      used = used + count
      counts[slot] = count
      slots[#slots + 1] = slot
    end
  end
end
local function add(slot, count)
  if count == 0 then return end
  if not counts[slot] then slots[#slots + 1] = slot end
  counts[slot] = (counts[slot] or 0) + count
  used = used + count
  redis.call('HSET', KEYS[1], string.format('%.0f', slot), string.format('%.0f', counts[slot]))
end

if #kept == 0 and born ~= '0' then
  local lost = math.floor(tonumber(born) / length)
  if ends(lost) > now then add(lost, limit) end
end
-- Gateways that could not reach Redis counted alone: for the first to come back everything is used now, and each
-- brings what it has left.
if away > 0 and emptied < away then
  redis.call('DEL', KEYS[1])
  used, slots, counts, emptied = 0, {}, {}, now
  redis.call('HSET', KEYS[1], 'emptied', string.format('%.0f', now))
  add(math.floor(now / length), limit)
end
local filled = math.floor(emptied / length)
if left > 0 and counts[filled] then add(filled, -math.min(left, counts[filled])) end
if back > 0 and counts[backSlot] then add(backSlot, -math.min(back, counts[backSlot])) end

local there = math.max(0, limit - used)
local granted = 0
if there >= need then granted = math.min(there, math.max(need, math.min(want, math.floor(there / parts)))) end
local slot = math.floor((now + lasts + 1) / length)
add(slot, granted)
redis.call('PEXPIRE', KEYS[1], window + 2 * length + lasts + 1000)

table.sort(slots)
local wait, full, gone = 0, 0, 0
for _, each in ipairs(slots) do
  gone = gone + counts[each]
  if granted < need and wait == 0 and limit - used + gone >= need then wait = ends(each) - now end
  if counts[each] > 0 then full = ends(each) - now end
end
return {granted, limit - used, now, wait, slot, full}

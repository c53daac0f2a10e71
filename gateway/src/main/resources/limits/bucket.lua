-- A token bucket whose tokens gateways take in leases. One token is `window` units, `limit` units come back each
-- millisecond of Redis' own clock, so that all arithmetic is whole and no gateway's clock matters. What is in the
-- bucket and what leases may still be used for is never more than the burst together.
-- KEYS: bucket, born. ARGV: burst limit window lasts need want parts | name | keep keepLeft | back backLeft | away left
local born = redis.call('GET', KEYS[2])
if not born then return {-1, 0, 0, 0, 0, 0} end
local burst, limit, window, lasts = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local need, want, parts = tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7])
local name, keep, back = ARGV[8], ARGV[9], ARGV[11]
local away, left = tonumber(ARGV[13]), tonumber(ARGV[14])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local full = burst * window
local function whole(number) return string.format('%.0f', number) end

local units, at, emptied, leases, held = nil, nil, 0, {}, 0
local kept = redis.call('HGETALL', KEYS[1])
for i = 1, #kept, 2 do
  local field, value = kept[i], kept[i + 1]
  if field == 'units' then units = tonumber(value)
  elseif field == 'at' then at = tonumber(value)
  elseif field == 'emptied' then emptied = tonumber(value)
  else
    local count, ends = string.match(value, '(%d+) (%d+)')
    leases[field] = {tonumber(count), tonumber(ends)}
    held = held + tonumber(count)
  end
end
if not units then
  -- never used, or not since it was full; or lost, and then used up when it was lost
  if born == '0' then units, at = full, now else units, at = 0, tonumber(born) end
end

-- While leases are out, the bucket fills only as far as there is room beside them.
if now > at then units, at = units + (now - at) * limit, now end
if units >= full - held * window then
  -- what overflowed in the millisecond that has begun must not come back in it
  units, at = math.max(0, full - held * window), now + 1
end

-- What leases have been used for since, or are not wanted for.
local function keeps(field, count)
  held = held - leases[field][1] + count
  leases[field][1] = count
  if count > 0 then redis.call('HSET', KEYS[1], field, whole(count) .. ' ' .. whole(leases[field][2]))
  else redis.call('HDEL', KEYS[1], field) end
end
if leases[keep] then keeps(keep, math.min(leases[keep][1], tonumber(ARGV[10]))) end
if leases[back] then
  units = units + math.min(leases[back][1], tonumber(ARGV[12])) * window
  keeps(back, 0)
end
for field, lease in pairs(leases) do
  if lease[2] <= now and lease[1] > 0 then keeps(field, 0) end
end

-- Gateways that could not reach Redis counted alone: the first to come back empties the bucket, and each brings what
-- it has left.
if away > 0 and emptied < away then units, emptied = 0, now end
units = math.min(math.max(0, full - held * window), units + left * window)

local there = math.floor(units / window)
local granted = 0
if there >= need then granted = math.min(there, math.max(need, math.min(want, math.floor(there / parts)))) end
units = units - granted * window
if granted > 0 then redis.call('HSET', KEYS[1], name, whole(granted) .. ' ' .. whole(now + lasts + 1)) end
redis.call('HSET', KEYS[1], 'units', whole(units), 'at', whole(at), 'emptied', whole(emptied))
redis.call('PEXPIRE', KEYS[1], math.ceil((full - units) / limit) + lasts + 1000)
local wait = 0
if granted < need then wait = math.ceil((need * window - units) / limit) + (at - now) end
return {granted, math.floor(units / window), now, wait, 0, math.ceil((full - units) / limit) + 1}

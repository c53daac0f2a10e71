-- Says when the counts in this Redis began. A gateway that counted here before and finds nothing says that they were
-- lost just now: whatever is not known then counts as used up at that moment. ARGV: 1 if it counted here before.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local born = redis.call('GET', KEYS[1])
if not born then
  born = ARGV[1] == '1' and string.format('%.0f', now) or '0'
  redis.call('SET', KEYS[1], born)
end
return {tonumber(born), now}

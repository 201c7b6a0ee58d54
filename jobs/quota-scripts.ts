/**
 * What runs inside Redis, one call at a time, so that processes cannot race each other. Every script
 * gets the time as its first argument: empty means Redis' own clock, the one clock all processes share.
 */
export const CLOCK = `
local now = tonumber(ARGV[1])
if now == nil then
  local t = redis.call('TIME')
  now = t[1] * 1000 + math.floor(t[2] / 1000)
end
`

/**
 * How a portal stands with its day. A whole quarter of an hour counts until its last call is 24 hours old,
 * because the CRM's day rolls. Bulk work may use four fifths of our share, and leaves more of what the
 * account has left to others, so that events still come through. Near the end of what the account has, one
 * call in a quarter of an hour goes out to learn whether there is more again.
 */
export const DAY = `
local QUARTER = 900000
local function day_of(calls_key, meta_key, share, lane, crm)
  local used, quarters = 0, {}
  local raw = redis.call('HGETALL', calls_key)
  for i = 1, #raw, 2 do
    local ends = (tonumber(raw[i]) + 1) * QUARTER + 86400000
    if ends > now then
      used = used + tonumber(raw[i + 1])
      table.insert(quarters, {ends, tonumber(raw[i + 1])})
    end
  end
  local limit = tonumber(redis.call('HGET', meta_key, 'dailyLimit') or '0')
  local remaining = tonumber(redis.call('HGET', meta_key, 'dailyRemaining') or '0')
  local allowed = math.max(1, math.floor(limit * share / 100))
  if share <= 0 or limit <= 0 then return used, 0, limit, remaining, 0, '' end
  local bulk = lane == 'bulk'
  local mine = bulk and math.max(1, math.floor(allowed * 0.8)) or allowed
  if used >= mine then
    table.sort(quarters, function(a, b) return a[1] < b[1] end)
    local left, ends = used, now
    for _, quarter in ipairs(quarters) do
      if left < mine then break end
      left, ends = left - quarter[2], quarter[1]
    end
    return used, allowed, limit, remaining, math.max(1, ends - now), crm .. '-daily-share-used'
  end
  local asked = tonumber(redis.call('HGET', meta_key, 'dailyAt') or '0')
  if remaining <= limit * (bulk and 5 or 2) / 100 and asked + QUARTER > now then
    return used, allowed, limit, remaining, asked + QUARTER - now, crm .. '-daily-limit-near'
  end
  return used, allowed, limit, remaining, 0, ''
end
local function count_of_day(calls_key, meta_key)
  local quarter = math.floor(now / QUARTER)
  if redis.call('HINCRBY', calls_key, quarter, 1) == 1 then
    for _, old in ipairs(redis.call('HKEYS', calls_key)) do
      if tonumber(old) < quarter - 97 then redis.call('HDEL', calls_key, old) end
    end
  end
  redis.call('PEXPIRE', calls_key, 90000000)
  redis.call('HSET', meta_key, 'dailyAt', now)
end
`

/**
 * KEYS: window (sorted set of call times), meta (hash), calls (hash), waiting (sorted set of event calls
 * by the time their claim lapses), calls of the day. ARGV: time, limit, interval ms, lane, call id, pool,
 * percent of the account's day that is ours (0: no rule), CRM.
 * Returns ms to wait (0: taken) and, in a pause, its code.
 *
 * Once a quarter of the window is used, bulk calls are spread: no more than a tenth of it in a tenth of its
 * time. So the window is used up to the last call and yet a slot comes free every moment, which a
 * waiting event call has first.
 */
export const TAKE = `${CLOCK}${DAY}
local paused = tonumber(redis.call('HGET', KEYS[2], 'pausedUntil') or '0')
if paused > now then return {paused - now, redis.call('HGET', KEYS[2], 'pausedBy') or ''} end
local _, _, _, _, day_wait, day_code = day_of(KEYS[5], KEYS[2], tonumber(ARGV[7]), ARGV[4], ARGV[8])
if day_wait > 0 then return {math.ceil(day_wait), day_code} end
local limit = tonumber(redis.call('HGET', KEYS[2], 'limit') or ARGV[2])
local interval = tonumber(redis.call('HGET', KEYS[2], 'interval') or ARGV[3])
local kept = 0
if tonumber(redis.call('HGET', KEYS[2], 'foreignUntil') or '0') > now then
  local foreign = tonumber(redis.call('HGET', KEYS[2], 'foreign') or '0')
  if foreign > 0 then kept = foreign + math.ceil(limit / 20) end
end
if tonumber(redis.call('HGET', KEYS[2], 'squeezeUntil') or '0') > now then
  kept = kept + tonumber(redis.call('HGET', KEYS[2], 'squeeze') or '0')
end
local allowed = math.max(1, limit - kept)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - interval)
redis.call('ZREMRANGEBYSCORE', KEYS[4], '-inf', now)
local used = redis.call('ZCARD', KEYS[1])
if ARGV[4] == 'bulk' then
  used = used + redis.call('ZCARD', KEYS[4])
  local chunk = math.max(1, math.floor(allowed / 10))
  local span = interval * chunk / allowed
  local nth = redis.call('ZREVRANGE', KEYS[1], chunk - 1, chunk - 1, 'WITHSCORES')
  if used * 4 >= allowed and nth[2] ~= nil and tonumber(nth[2]) > now - span then
    return {math.max(1, math.ceil(tonumber(nth[2]) + span - now)), ''}
  end
end
if used < allowed then
  redis.call('ZADD', KEYS[1], now, ARGV[5])
  redis.call('ZREM', KEYS[4], ARGV[5])
  redis.call('PEXPIRE', KEYS[1], math.ceil(interval * 2))
  redis.call('HINCRBY', KEYS[3], ARGV[6], 1)
  if tonumber(ARGV[7]) > 0 then count_of_day(KEYS[5], KEYS[2]) end
  return {0, ''}
end
local oldest = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')
local wait = 50
if oldest[2] ~= nil then wait = math.max(10, tonumber(oldest[2]) + interval - now) end
if ARGV[4] == 'event' then
  redis.call('ZADD', KEYS[4], now + wait + 2000, ARGV[5])
  redis.call('PEXPIRE', KEYS[4], math.ceil(wait + 4000))
end
return {wait, ''}
`

/** KEYS: meta. ARGV: time, limit and remaining of the day. */
export const LEARN_DAY = `${CLOCK}
redis.call('HSET', KEYS[1], 'dailyLimit', ARGV[2], 'dailyRemaining', ARGV[3], 'dailyAt', now)
return 0
`

/**
 * KEYS: window, meta. ARGV: time, limit, remaining, interval ms. What others used of the window is what
 * our calls do not explain.
 */
export const LEARN = `${CLOCK}
redis.call('HSET', KEYS[2], 'limit', ARGV[2], 'interval', ARGV[4])
local ours = redis.call('ZCOUNT', KEYS[1], now - ARGV[4], '+inf')
local foreign = math.max(0, tonumber(ARGV[2]) - tonumber(ARGV[3]) - ours)
redis.call('HSET', KEYS[2], 'foreign', foreign, 'foreignUntil', now + ARGV[4])
return foreign
`

/**
 * KEYS: meta. ARGV: time, ms, code, how long caution lasts in ms (0: none). A shorter pause never
 * shortens a longer one. A first refusal in a window keeps a tenth more back for a while: whoever shares
 * the pool took it, and search answers carry no headers to learn that from.
 */
export const PAUSE = `${CLOCK}
local until_ms = now + tonumber(ARGV[2])
local paused = tonumber(redis.call('HGET', KEYS[1], 'pausedUntil') or '0')
if tonumber(ARGV[4]) > 0 and paused <= now then
  local squeeze = 0
  if tonumber(redis.call('HGET', KEYS[1], 'squeezeUntil') or '0') > now then
    squeeze = tonumber(redis.call('HGET', KEYS[1], 'squeeze') or '0')
  end
  local limit = tonumber(redis.call('HGET', KEYS[1], 'limit') or ARGV[5])
  squeeze = math.min(math.floor(limit / 2), squeeze + math.max(1, math.floor(limit / 10)))
  redis.call('HSET', KEYS[1], 'squeeze', squeeze, 'squeezeUntil', until_ms + tonumber(ARGV[4]))
end
if until_ms > paused then
  redis.call('HSET', KEYS[1], 'pausedUntil', until_ms, 'pausedBy', ARGV[3])
end
return 0
`

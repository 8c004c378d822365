-- Sends the requests of a file, one after another from a random place: address, cookie and body in three lines. @ONCE@ in a body becomes a fresh UUID; a body after @HX@ is sent as htmx does.
local requests = {}
local at = 0

local function uuid()
  return string.format("%08x-%04x-4%03x-a%03x-%08x%04x", math.random(0, 0x7fffffff), math.random(0, 0xffff), math.random(0, 0xfff), math.random(0, 0xfff),
    math.random(0, 0x7fffffff), math.random(0, 0xffff))
end

function init(args)
  math.randomseed(os.time() * 1000 + tonumber(args[2]))
  local file = assert(io.open(args[1]))
  local path = file:read("*l")
  while path do
    local cookie, body = file:read("*l"), file:read("*l")
    requests[#requests + 1] = { path = path, cookie = cookie, body = body }
    path = file:read("*l")
  end
  file:close()
  at = math.random(1, #requests)
end

function request()
  at = at % #requests + 1
  local it = requests[at]
  local headers = {}
  if it.cookie ~= "" then
    headers["Cookie"] = it.cookie
  end
  if it.body == "" then
    return wrk.format("GET", it.path, headers)
  end
  headers["Content-Type"] = "application/x-www-form-urlencoded"
  local body = it.body
  if body:sub(1, 4) == "@HX@" then
    headers["HX-Request"] = "true"
    body = body:sub(5)
  end
  return wrk.format("POST", it.path, headers, (body:gsub("@ONCE@", uuid)))
end

function done(summary, latency)
  print(string.format("measured %d %d %d %d %d %d", summary.requests, summary.duration, latency:percentile(50), latency:percentile(95), latency:percentile(99),
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout))
end

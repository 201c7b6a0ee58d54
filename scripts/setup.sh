# Sourced by scripts/start and scripts/test: gets Node 24, the packages and the servers in place.
# Everything is checked first, so that a second run does nothing.

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "leadwell: $1"
  shift
  for line in "$@"; do say "  $line"; done
  exit 1
}

need_npm() {
  command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 ||
    fail 'Node and npm are needed (any Node from 20).' 'Get both from https://nodejs.org and run this again.'
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 20 ] || fail "Node $major is too old to install the packages; 20 is the least."
}

# npm packages from the lockfile, Node 24 itself among them; again only when the lockfile changed.
install_packages() {
  local stamp=node_modules/.leadwell-lock
  if [ -x node_modules/.bin/node ] && cmp -s package-lock.json "$stamp" 2>/dev/null; then return; fi
  say 'Installing npm packages (Node 24 comes with them) …'
  npm ci --no-audit --no-fund --no-update-notifier --loglevel=error || fail 'npm could not install the packages.' \
    'Read the lines above; often the network or a registry setting is the reason.'
  [ -x node_modules/.bin/node ] || fail 'The Node 24 that comes through npm did not install.' \
    'npm may be set to ignore install scripts: run "npm config delete ignore-scripts" and try again.'
  cp package-lock.json "$stamp"
}

use_node_24() {
  PATH="$PWD/node_modules/.bin:$PATH"
  export PATH
  hash -r
}

# install_tool <program> <apt package> <brew formula> <what to do instead>
install_tool() {
  command -v "$1" >/dev/null 2>&1 && return
  say "Installing $2 …"
  if command -v apt-get >/dev/null 2>&1; then
    as_root apt-get update -qq >&2 && as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends "$2" >&2
  elif command -v brew >/dev/null 2>&1; then
    brew install "$3" >&2
  fi || true
  command -v "$1" >/dev/null 2>&1 || fail "$1 is needed and could not be installed." "$4"
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; return; fi
  command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null && sudo -n "$@"
}

# A Redis that is already named by REDIS_URL makes a local server needless.
install_redis() {
  [ -n "${REDIS_URL:-}" ] && return
  if [ -f .env ] && grep -Eq '^REDIS_URL=.+' .env; then return; fi
  install_tool redis-server redis-server redis \
    'Install Redis 6.2 or newer, or set REDIS_URL to one that runs.'
}

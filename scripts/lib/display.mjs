// @ts-check

/** Whether this process can open windows. Windows and macOS always can. */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** Chromium refuses to run its sandbox as root; for anyone else it stays on. */
export function sandboxArguments(platform = process.platform, userId = process.getuid?.()) {
  return platform === 'linux' && userId === 0 ? ['--no-sandbox'] : [];
}

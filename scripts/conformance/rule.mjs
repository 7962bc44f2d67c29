// @ts-check

/**
 * Where a rule comes from: the primary material, the documentation, our own proposal where both are silent, or an
 * extension of Triage Inbox that other servers need not have.
 * @typedef {'seed' | 'docs' | 'inferred' | 'extension'} Source
 *
 * @typedef {import('./world.mjs').World} World
 * @typedef {{
 *   section: string, source: Source, title: string, check: (world: World) => Promise<void>,
 *   needsUser: boolean, mode?: Mode | undefined
 * }} Rule
 * `mode` names the option that turns the rule on.
 * @typedef {'long' | 'limits'} Mode
 * @typedef {{ name: string, title: string, rules: readonly Rule[], asker?: import('./world.mjs').Asker }} Chapter
 */

/**
 * A rule about services and the administrator.
 * @param {string} section
 * @param {Source} source
 * @param {string} title
 * @param {(world: World) => Promise<void>} check throws `Unmet` or `Unchecked`
 * @returns {Rule}
 */
export function rule(section, source, title, check) {
  return { section, source, title, check, needsUser: false };
}

/**
 * A rule that takes the token of a user.
 * @param {string} section
 * @param {Source} source
 * @param {string} title
 * @param {(world: World) => Promise<void>} check
 * @param {Mode} [mode]
 * @returns {Rule}
 */
export function userRule(section, source, title, check, mode) {
  return { section, source, title, check, needsUser: true, mode };
}

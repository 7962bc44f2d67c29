// @ts-check
import { Unchecked, Unmet } from './expect.mjs';

/**
 * @typedef {import('./rule.mjs').Rule} Rule
 * @typedef {import('./rule.mjs').Chapter} Chapter
 * @typedef {import('./world.mjs').World} World
 * @typedef {'kept' | 'broken' | 'warning' | 'unchecked'} Verdict
 * @typedef {{ rule: Rule, verdict: Verdict, why: string | undefined }} Result
 * @typedef {{ modes: ReadonlySet<string>, extensionsCount: boolean, print: (line: string) => void }} Options
 */

/** @type {Record<Verdict, string>} */
const marks = { kept: '✓', broken: '✗', warning: '!', unchecked: '–' };

/**
 * Tries every rule of every chapter, one after the other, and prints a line for each.
 * @param {readonly Chapter[]} chapters
 * @param {World} world
 * @param {Options} options
 * @returns {Promise<Result[]>}
 */
export async function runChapters(chapters, world, options) {
  /** @type {Result[]} */
  const results = [];
  for (const { title, rules, asker = 'plain' } of chapters) {
    world.asker = asker;
    options.print(`\n${title}`);
    for (const rule of rules) {
      if (rule.mode && !options.modes.has(rule.mode)) continue;
      const { verdict, why } = await tryRule(rule, world, options);
      const because = why === undefined ? '' : ` — ${why}`;
      options.print(`${marks[verdict]} ${rule.section.padEnd(6)} ${rule.source.padEnd(9)} ${rule.title}${because}`);
      results.push({ rule, verdict, why });
      world.hangUp();
    }
  }
  return results;
}

/**
 * @param {Rule} rule
 * @param {World} world
 * @param {Options} options
 * @returns {Promise<{ verdict: Verdict, why: string | undefined }>}
 */
async function tryRule(rule, world, { extensionsCount }) {
  if (rule.needsUser && world.userToken === undefined) return { verdict: 'unchecked', why: 'needs --user-token' };
  try {
    await rule.check(world);
    return { verdict: 'kept', why: undefined };
  } catch (error) {
    if (error instanceof Unchecked) return { verdict: 'unchecked', why: error.message };
    const mayLack = rule.source === 'extension' && !extensionsCount;
    return { verdict: mayLack ? 'warning' : 'broken', why: reasonOf(error) };
  }
}

/** @param {unknown} error */
function reasonOf(error) {
  if (error instanceof Unmet) return error.message;
  // A reply of quite another shape than the rule reads from is the server's, and so is its absence.
  if (error instanceof TypeError) return `the reply could not be read as the protocol has it (${error.message})`;
  throw error;
}

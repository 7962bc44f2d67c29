// @ts-check
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledFile } from './bundled-packages.mjs';
import { inProject } from './project.mjs';

/** The programs that make up the app. */
const programs = ['main', 'preload', 'renderer', 'server', 'agents'];
/** What comes along without being bundled. */
const besides = ['@photostructure/sqlite', 'electron'];

/** Writes `dist/licences.json`: name, version, licence and its text of everything that the app is made of. */
export function writeLicences() {
  const bundled = programs.flatMap((program) => foldersOf(inProject('dist', program, bundledFile)));
  const folders = new Set([...bundled, ...besides.map((name) => inProject('node_modules', ...name.split('/')))]);
  const all = [...folders].map(licenceOf).sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const unlike = all.filter((one, index) => nameOf(one) !== nameOf(all[index - 1])); // two copies of one version
  writeFileSync(inProject('dist', 'licences.json'), JSON.stringify(unlike));
}

/**
 * @param {string} file
 * @returns {string[]}
 */
function foldersOf(file) {
  const folders = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(file); // it names folders of this machine
  return folders;
}

/** @param {{ name: string, version: string } | undefined} one */
function nameOf(one) {
  return one && `${one.name}@${one.version}`;
}

/**
 * @param {string} folder
 */
export function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((one) => /^(licen[cs]e|copying)([.-].*)?$/i.test(one));
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
  return { name, version, licence: typeof license === 'string' ? license : (license?.type ?? ''), text };
}

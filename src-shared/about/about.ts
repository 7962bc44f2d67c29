/** What the app is made of and runs on. `os`: the system and its release. */
export type Versions = {
  app: string;
  electron: string;
  chromium: string;
  node: string;
  sqlite: string;
  os: string;
  arch: string;
};

/** Something that comes with the app. `text`: its licence as its authors wrote it; empty when they only name it. */
export type Licence = { name: string; version: string; licence: string; text: string };

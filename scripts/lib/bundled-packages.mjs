// @ts-check

/** The file in which a build of one program says which packages it took in. */
export const bundledFile = 'bundled.json';

/**
 * A plugin of the build that writes down the folder of every package of which something was bundled.
 * @returns {import('vite').Plugin}
 */
export function bundledPackages() {
  return {
    name: 'bundled-packages',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).flatMap((one) => (one.type === 'chunk' ? one.moduleIds : []));
      const folders = [...new Set(chunks.flatMap((id) => packageFolder(id) ?? []))].sort();
      this.emitFile({ type: 'asset', fileName: bundledFile, source: JSON.stringify(folders) });
    },
  };
}

/**
 * The folder of the package that a module belongs to; undefined for our own modules.
 * @param {string} id
 */
export function packageFolder(id) {
  return /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id)?.[1];
}

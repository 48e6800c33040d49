import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';

export interface BundleOptions<Name extends string> {
  readonly functionNames: Iterable<Name>;
  /** Holds `<name>/handler.ts` of each function. */
  readonly functionsDirectory: string;
  /** Gets `<name>/index.mjs`, its source map and `configuration.json` of each function. */
  readonly outputDirectory: string;
  readonly configuration: DeploymentConfiguration;
}

/** Packages written for CommonJS call `require` for Node's own modules; an ES module has none unless it is made. */
const requireForCommonJs = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`;

/**
 * Bundles every function with all it needs, the AWS SDK included: the version that was tested is the one that runs.
 * The same sources give the same bytes, so an unchanged function is not deployed again.
 * @returns the folder of each function's bundle, by the function's name.
 * @throws Error with esbuild's explanation when a handler is missing or does not compile.
 */
export function bundleFunctions<Name extends string>(
  options: BundleOptions<Name>,
): ReadonlyMap<Name, string> {
  const functionNames = [...options.functionNames];
  const entryPoints = Object.fromEntries(
    functionNames.map((name) => [join(name, 'index'), join(options.functionsDirectory, name, 'handler.ts')]),
  );
  buildSync({
    entryPoints,
    outdir: options.outputDirectory,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    // The ES module of a package, where it has one, so that what is not used can be left out.
    mainFields: ['module', 'main'],
    banner: { js: requireForCommonJs },
    // Smaller files start faster. Identifiers stay, since the errors' names are their classes' names.
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: true,
    // Stack traces need lines, not the sources themselves, and Node reads the map at every cold start.
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'silent',
  });
  const { $schema: _forEditorsOnly, ...configuration } = options.configuration;
  return new Map(
    functionNames.map((name) => {
      const directory = join(options.outputDirectory, name);
      mkdirSync(directory, { recursive: true });
      writeFileSync(join(directory, 'configuration.json'), `${JSON.stringify(configuration, null, 2)}\n`);
      return [name, directory];
    }),
  );
}

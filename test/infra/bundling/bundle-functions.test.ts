import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bundleFunctions } from '#infra/bundling/bundle-functions.ts';
import { deploymentConfigurationSchema } from '#shared/config/deployment-configuration.ts';
import { exampleConfiguration, functionsDirectory } from '../synthesise.ts';

const handlerModule = z.object({ handler: z.function() });

let outputDirectory: string;
beforeEach(() => {
  outputDirectory = mkdtempSync(join(tmpdir(), 'bundles-'));
});
afterEach(() => rmSync(outputDirectory, { recursive: true }));

const bundle = (options: { functionsDirectory?: string; functionNames?: string[] } = {}) =>
  bundleFunctions({
    functionNames: ['receive-webhook', 'block-iocs'],
    functionsDirectory,
    outputDirectory,
    configuration: exampleConfiguration,
    ...options,
  });

describe('a bundle', () => {
  it('holds the handler as an ES module, its source map and the configuration, and nothing else', async () => {
    const directories = bundle();
    expect([...directories]).toEqual([
      ['receive-webhook', join(outputDirectory, 'receive-webhook')],
      ['block-iocs', join(outputDirectory, 'block-iocs')],
    ]);
    for (const [name, directory] of directories) {
      expect(readdirSync(directory).toSorted()).toEqual(['configuration.json', 'index.mjs', 'index.mjs.map']);
      const { handler } = handlerModule.parse(await import(join(directory, 'index.mjs')));
      expect(handler()).toBe(name);
    }
  });

  it('holds the configuration with its defaults, which the function can parse again', () => {
    const text = readFileSync(join(bundle().get('block-iocs') ?? '', 'configuration.json'), 'utf8');
    expect(text).not.toContain('$schema');
    const { $schema: _, ...expected } = exampleConfiguration;
    expect(deploymentConfigurationSchema.parse(JSON.parse(text))).toEqual(expected);
  });

  it('is the same to the byte when nothing has changed', () => {
    const digests = [bundle(), bundle()].map((directories) => {
      const hash = createHash('sha256');
      for (const directory of directories.values()) {
        for (const file of readdirSync(directory)) hash.update(readFileSync(join(directory, file)));
      }
      return hash.digest('hex');
    });
    expect(digests[0]).toBe(digests[1]);
  });

  it('cannot be made of a function without a handler; the message names the file', () => {
    expect(() => bundle({ functionNames: ['no-such-function'] })).toThrow(/no-such-function\/handler\.ts/);
  });
});

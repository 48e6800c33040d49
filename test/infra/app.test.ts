import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** Runs what `cdk` runs, with what `cdk -c …` hands over. */
function runApp(context: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['infra/app.ts'], {
    encoding: 'utf8',
    env: { ...process.env, CDK_CONTEXT_JSON: JSON.stringify(context) },
  });
  return { status, stdout, stderr };
}

describe('infra/app.ts', () => {
  it.each([
    {
      when: 'no configuration is named',
      context: {},
      told: 'No configuration was named. Add -c configuration=<file>, for example -c configuration=infra/config/example.json.\n',
    },
    {
      when: 'the configuration is wrong',
      context: { configuration: 'cdk.json' },
      told: /^The configuration cdk\.json has \d+ problems:\n( {2}cdk\.json:\d+:\d+ {2}\S+: .+\n)+$/,
    },
  ])('stops with one message and no stack trace when $when', ({ context, told }) => {
    const { status, stdout, stderr } = runApp(context);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toEqual(typeof told === 'string' ? told : expect.stringMatching(told));
  });
});

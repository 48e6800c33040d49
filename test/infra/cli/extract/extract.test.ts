import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runCommandLine } from '#infra/cli/run-command-line.ts';

const repository = resolve(import.meta.dirname, '../../../..');
const nothing = { domains: [], urls: [], ipv4: [], ipv6: [], cidrs: [], hashes: [], emails: [] };

/** Runs `extract` in this process, with `input` on its standard input. */
async function extract(words: readonly string[], input: string | Uint8Array = '') {
  const output = new PassThrough();
  const errors = new PassThrough();
  const exitCode = await runCommandLine(['extract', ...words], {
    input: Readable.from([Buffer.from(input)]),
    output,
    errors,
    environment: {},
  });
  output.end();
  errors.end();
  return { exitCode, output: await text(output), errors: await text(errors) };
}

async function fileWith(content: string | Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'scc-automations-extract-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'report.txt');
  await writeFile(file, content);
  return file;
}

describe('--json', () => {
  it('gives one object with every kind for standard input', async () => {
    const { exitCode, output } = await extract(['--json'], 'hxxp://bad[.]example/a from 198.51.100[.]7');
    expect(exitCode).toBe(0);
    expect(JSON.parse(output)).toEqual({
      ...nothing,
      urls: ['http://bad.example/a'],
      ipv4: ['198.51.100.7'],
    });
  });

  it('gives the same for one file', async () => {
    const { output } = await extract([await fileWith('bad[.]example'), '--json']);
    expect(JSON.parse(output)).toEqual({ ...nothing, domains: ['bad.example'] });
  });

  it('gives a line for each of several files, which says its file', async () => {
    const files = [await fileWith('bad[.]example'), await fileWith('nothing here')];
    const { output } = await extract(['--json', ...files]);
    expect(
      output
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { file: files[0], ...nothing, domains: ['bad.example'] },
      { file: files[1], ...nothing },
    ]);
  });

  it.each<[what: string, bytes: Uint8Array]>([
    ['UTF-16 with its mark', Buffer.from('\ufeffC2 bücher[.]example', 'utf16le')],
    ['UTF-8 with its mark', Buffer.from('\ufeffC2 bücher[.]example')],
  ])('reads %s', async (_, bytes) => {
    expect(JSON.parse((await extract(['--json'], bytes)).output).domains).toEqual(['xn--bcher-kva.example']);
  });

  it('reads what is valid in a text with an odd byte', async () => {
    const bytes = Buffer.concat([Buffer.from([0xe9, 0x20]), Buffer.from('bad[.]example')]);
    expect(JSON.parse((await extract(['--json'], bytes)).output).domains).toEqual(['bad.example']);
  });
});

describe('--jsonl', () => {
  it('answers each line with its id, in order', async () => {
    const input = '{"id":"a","text":"bad[.]example"}\n\n{"id":2,"text":"","more":true}\n';
    const { exitCode, output } = await extract(['--jsonl'], input);
    expect(exitCode).toBe(0);
    expect(output).toBe(
      `${JSON.stringify({ id: 'a', got: { ...nothing, domains: ['bad.example'] } })}\n${JSON.stringify({ id: 2, got: nothing })}\n`,
    );
  });

  it.each([
    ['no JSON', 'bad[.]example', 'Line 2 is no JSON'],
    ['without a text', '{"id":"a"}', 'Line 2 cannot be read, because of text'],
    ['a list', '[]', 'Line 2 cannot be read, because of the line itself'],
  ])('stops at a line that is %s and names it', async (_, line, message) => {
    const { exitCode, output, errors } = await extract(['--jsonl'], `{"id":1,"text":""}\n${line}`);
    expect(exitCode).toBe(1);
    expect(errors).toContain(message);
    expect(errors).toContain('expected a JSON object such as');
    expect(output).toContain('"id":1');
  });
});

describe('without a format', () => {
  it('shows what was found, by kind', async () => {
    const { output } = await extract([], 'bad[.]example, worse[.]example and 198.51.100.7');
    expect(output).toBe('Domains (2)\n  bad.example\n  worse.example\nIPv4 addresses (1)\n  198.51.100.7\n');
  });

  it('says that there is nothing', async () => {
    expect((await extract([], 'All is well.')).output).toBe('No indicators.\n');
  });
});

describe('a wrong command line', () => {
  it.each([
    ['an unknown option', ['--yaml'], 'allowed are --json, --jsonl and --help'],
    ['a file that is not there', ['missing.txt'], 'The file missing.txt cannot be read'],
  ])('%s is refused with exit code 2', async (_, words, message) => {
    const { exitCode, errors } = await extract(words);
    expect(exitCode).toBe(2);
    expect(errors).toContain(message);
  });

  it('help is shown when asked for', async () => {
    const { exitCode, output } = await extract(['--help']);
    expect(exitCode).toBe(0);
    expect(output).toContain('npm run cli -- extract');
  });
});

it('needs neither a stack nor AWS: a process of its own, with an empty environment', async () => {
  const child = spawn(process.execPath, ['infra/cli/main.ts', 'extract', '--json'], {
    cwd: repository,
    env: {},
  });
  child.stdin.end('bad[.]example');
  const [output] = await Promise.all([text(child.stdout), new Promise((ended) => child.on('close', ended))]);
  expect(JSON.parse(output).domains).toEqual(['bad.example']);
});

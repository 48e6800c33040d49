import { describe, expect, it } from 'vitest';
import { readFlags } from '#infra/local/flags.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';

describe('the flags of the local run', () => {
  it('stay up with a demo on the usual ports when nothing is said', () => {
    expect(readFlags([])).toEqual({
      once: false,
      demo: true,
      stateFolder: '.local',
      awsPort: 4566,
      simulatorPort: 4580,
      secureAccessUrl: undefined,
      securityCloudControlUrl: undefined,
      firewallManagerUrl: undefined,
      help: false,
    });
  });

  it('take every value given', () => {
    const words = ['--once', '--no-demo', '--state', '.local/two', '--port', '0', '--simulator-port', '5000'];

    const urls = [
      ...['--secure-access-url', 'http://127.0.0.1:9000'],
      ...['--security-cloud-control-url', 'http://127.0.0.1:9001'],
      ...['--firewall-manager-url', 'http://127.0.0.1:9002'],
    ];

    expect(readFlags([...words, ...urls])).toEqual({
      once: true,
      demo: false,
      stateFolder: '.local/two',
      awsPort: 0,
      simulatorPort: 5000,
      secureAccessUrl: 'http://127.0.0.1:9000',
      securityCloudControlUrl: 'http://127.0.0.1:9001',
      firewallManagerUrl: 'http://127.0.0.1:9002',
      help: false,
    });
  });

  it.each([
    [
      'a port that is no number',
      ['--port', 'http'],
      '--port: http is no port: give a number from 0 to 65535.',
    ],
    [
      'a port beyond the range',
      ['--simulator-port', '65536'],
      '--simulator-port: 65536 is no port: give a number from 0 to 65535.',
    ],
    [
      'a first port after which there is none for the other simulators',
      ['--simulator-port', '65534'],
      '--simulator-port: 65534 leaves no room for 4 simulators: give a smaller number.',
    ],
    [
      'an address that is no URL',
      ['--secure-access-url', 'localhost'],
      '--secure-access-url: localhost is no address: give one that begins with http:// or https://.',
    ],
    [
      'an address of another protocol',
      ['--firewall-manager-url', 'ftp://127.0.0.1'],
      '--firewall-manager-url: ftp://127.0.0.1 is no address: give one that begins with http:// or https://.',
    ],
    ['an unknown flag', ['--fast'], "Unknown option '--fast'"],
    ['a word that belongs to no flag', ['now'], "Unexpected argument 'now'"],
    ['a flag without its value', ['--state'], "Option '--state <value>' argument missing"],
  ])('refuse %s in one line that names it', (_case, words, start) => {
    const read = () => readFlags(words);

    expect(read).toThrow(ConfigurationProblem);
    expect(read).toThrow(start);
    expect(read).toThrow(/^[^\n]+--help shows every flag\.$/);
  });
});

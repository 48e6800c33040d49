import { describe, expect, it } from 'vitest';
import { extractIndicators } from '#shared/iocs/extract/extract-indicators.ts';
import { gateways } from '#shared/iocs/extract/gateways/gateways.ts';

const target = 'http://bad.example/a?b=1&c=2';
const encoded = encodeURIComponent(target);

const wrapped: Record<string, string> = {
  'Safe Links': `https://eur01.safelinks.protection.outlook.com/?url=${encoded}&data=05%7C02&sdata=x%3D&reserved=0`,
  'Safe Links for the US government': `https://gcc02.safelinks.protection.office365.us/?url=${encoded}&data=05`,
  'Safe Links in Teams': `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=${encoded}&locale=en`,
  'Safe Links copied out of HTML': `https://eur01.safelinks.protection.outlook.com/?data=05&amp;url=${encoded}`,
  'URL Defense 1': `https://urldefense.proofpoint.com/v1/url?u=${encoded}&k=x`,
  'URL Defense 2': `https://urldefense.proofpoint.com/v2/url?u=http-3A__bad.example_a-3Fb-3D1-26c-3D2&d=DwMFaQ`,
  'URL Defense 3': `https://urldefense.com/v3/__http://bad.example/a?b=1*c=2__;Jg!!abc!def$`,
  'URL Defense 3 with one slash lost': `https://urldefense.us/v3/__http:/bad.example/a?b=1*c=2__;Jg!!abc!def$`,
  'Cisco Secure Email': `https://secure-web.cisco.com/1nMx_y-Z/${encoded}`,
  Trellix: `https://protect2.fireeye.com/v1/url?k=d7c23005-88590c48&q=1&e=c6beb47c&u=${encoded}`,
  Barracuda: `https://linkprotect.cudasvc.com/url?a=${encoded}&c=E,1,x&typo=1`,
  Symantec: `https://clicktime.symantec.com/a/1/x=?d=y&u=${encoded}`,
  Sophos: `https://eu-west-1.protection.sophos.com/?d=bad.example&u=${Buffer.from(target).toString('base64')}&i=x`,
  'Check Point': `https://protect.checkpoint.com/v2/___${target}___.YXAzOmV4YW1wbGU`,
};

describe('a link that a mail gateway rewrote is the link behind it', () => {
  it.each(Object.entries(wrapped))('%s', (_, link) => {
    expect(extractIndicators(`Click <${link}> now`)).toMatchObject({ urls: [target], domains: [] });
  });

  it('through several gateways', () => {
    const twice = `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(wrapped.Symantec ?? '')}`;
    expect(extractIndicators(twice).urls).toEqual([target]);
  });
});

describe('a gateway is never an indicator itself', () => {
  it.each([
    ['the link is not in it', 'https://protect-eu.mimecast.com/s/AbCdE?domain=bad.example'],
    ['the link was cut off', 'https://eur01.safelinks.protection.outlook.com/?data=05'],
    ['what is in it is no URL', 'https://urldefense.proofpoint.com/v2/url?u=none&d=x'],
    ['its coding is broken', 'https://urldefense.proofpoint.com/v2/url?u=-zz-3A__bad.example&d=x'],
    ['there is no end to it', `https://urldefense.com/v3/__${'https://urldefense.com/v3/__'.repeat(20)}`],
    [
      'behind it is a host that nobody can have',
      'https://clicktime.symantec.com/x?u=http%3A%2F%2Fserver.local',
    ],
  ])('when %s', (_, link) => {
    expect(extractIndicators(link)).toMatchObject({ urls: [], domains: [] });
  });

  it.each(gateways.flatMap(({ hosts }) => hosts))('when %s is named in the text', (host) => {
    const { domains } = extractIndicators(`our gateway ${host} and x.${host.replaceAll('.', '[.]')}`);
    expect(domains).toEqual([]);
  });

  it('but a name that only contains one is somebody else’s', () => {
    expect(extractIndicators('urldefense.com.bad.example').domains).toEqual(['urldefense.com.bad.example']);
  });
});

import { describe, expect, it } from 'vitest';
import { screen, verdict } from './usual-guard.ts';

describe('what the project knows by itself', () => {
  it.each([
    ['google.com', 'reject: not-an-essential-service, essential-service'],
    ['microsoft.com', 'reject: not-an-essential-service, essential-service'],
    ['google.com.br', 'reject: not-an-essential-service, essential-service'],
    ['anything.google', 'hold: not-an-essential-service, essential-service'],
    ['login.microsoftonline.com', 'reject: not-an-identity-provider, identity-provider'],
    ['okta.com', 'reject: not-an-identity-provider, identity-provider'],
    ['acme.okta.com', 'hold: not-an-identity-provider, identity-provider'],
    ['https://acme.okta.com/login', 'hold: not-an-identity-provider, identity-provider'],
    ['api.sse.cisco.com', 'reject: not-cisco, cisco-service'],
    ['https://dashboard.umbrella.com/o/1', 'reject: not-cisco, cisco-service'],
    ['hit-block.opendns.com', 'reject: not-cisco, cisco-service'],
    ['146.112.61.104', 'reject: not-cisco, cisco-service'],
    ['api.ciscosecureaccess.cn', 'reject: not-cisco, cisco-service'],
    ['acme.webex.com', 'reject: not-cisco, cisco-service'],
    ['sqs.eu-central-1.amazonaws.com', 'reject: not-aws, aws-service'],
    ['sqs.us-east-1.amazonaws.com', 'reject: not-aws, aws-service'],
    ['eu-west-1.console.aws.amazon.com', 'reject: not-aws, aws-service'],
    ['acme.awsapps.com', 'reject: not-aws, aws-service'],
    ['8.8.8.8', 'reject: not-a-public-resolver, public-resolver'],
    ['https://1.1.1.1/dns-query', 'reject: not-a-public-resolver, public-resolver'],
    ['9.9.0.0/16', 'reject: not-a-public-resolver, public-resolver'],
    ['2001:4860:4860::8888', 'reject: not-a-public-resolver, public-resolver'],
    ['2606:4700:4700::/64', 'reject: not-a-public-resolver, public-resolver'],
    ['cloudflare-dns.com', 'reject: not-a-public-resolver, public-resolver'],
    ['198.41.0.4', 'reject: not-a-root-server, dns-root-server'],
    ['2001:7fd::1', 'reject: not-a-root-server, dns-root-server'],
    ['ocsp.digicert.com', 'reject: not-internet-operation, internet-operation'],
    ['pool.ntp.org', 'reject: not-internet-operation, internet-operation'],
    ['de.pool.ntp.org', 'hold: not-internet-operation, internet-operation'],
    ['ctldl.windowsupdate.com', 'hold: not-internet-operation, internet-operation'],
    ['tria.ge', 'reject: not-security-research, security-research'],
    [
      'https://www.welivesecurity.com/2021/06/10/some-report/',
      'reject: not-security-research, security-research',
    ],
    ['weebly.com', 'reject: not-shared-hosting, shared-hosting'],
    ['mega.nz', 'hold: not-a-content-host, content-host'],
    ['bit.ly', 'hold: not-a-url-shortener, url-shortener'],
    ['gmx.net', 'hold: not-free-mail, free-mail'],
    ['api.ipify.org', 'hold: not-an-address-echo, address-echo'],
    ['104.21.81.233', 'hold: not-a-shared-front, shared-front'],
    ['physics.some-university.edu', 'hold: not-well-known, well-known-site'],
    ['nytimes.com', 'hold: not-well-known, well-known-site'],
    ['static01.nyt.com', 'hold: not-well-known, well-known-site'],
  ])('%s is %s', (value, expected) => {
    expect(verdict(value)).toBe(expected);
  });
});

describe('a name above a well-known one is as bad as that name', () => {
  it.each(['pool.ntp.org', 'ntp.org', 'lencr.org', 'gvt1.com', 'ipify.org'])('%s does not pass', (value) => {
    expect(screen(value).decision).not.toBe('pass');
  });

  it('and the explanation names what would go with it', () => {
    expect(screen('accesscontrol.windows.net')).toMatchObject({ decision: 'reject' });
    expect(screen('protection.outlook.com')).toMatchObject({ decision: 'hold' });
    expect(screen('dsp.mp.microsoft.com')).toMatchObject({
      decision: 'reject',
      explanation:
        'Blocking dsp.mp.microsoft.com would block do.dsp.mp.microsoft.com below it, which is needed for updates, certificates, the time or the network.',
    });
  });
});

describe('what strangers keep on a well-known host may be blocked', () => {
  it.each([
    'evil.github.io',
    'evil.weebly.com',
    'evil.wordpress.com',
    'bucket-of-a-stranger.s3.amazonaws.com',
    'ec2-18-194-1-2.eu-central-1.compute.amazonaws.com',
    'ec2-18-194-1-2.compute-1.amazonaws.com',
    'd111111abcdef8.cloudfront.net',
    'evil.azurewebsites.net',
    'machine.eastus.cloudapp.azure.com',
    'project-1.firebaseio.com',
    'evil.duckdns.org',
    'evil.trycloudflare.com',
    'https://bit.ly/3abcdef',
    'https://drive.google.com/uc?export=download&id=1',
    'https://docs.google.com/forms/d/e/1/viewform',
    'https://raw.githubusercontent.com/stranger/repository/main/a.exe',
    'https://github.com/stranger/repository/releases/download/1/a.zip',
    'https://cdn.discordapp.com/attachments/1/2/a.exe',
    'https://pastebin.com/raw/abcdefgh',
    'https://www.dropbox.com/s/abc/invoice.zip?dl=1',
    'https://t.me/stranger',
    'https://www.nytimes.com/defaced.html',
  ])('%s passes', (value) => {
    expect(verdict(value)).toBe('pass');
  });
});

describe('a URL without a path of its own is its host', () => {
  it.each(['', '/', '//', '/index.html', '/index.php', '/default.aspx', '/#fragment', '/?'])(
    'https://okta.com%s is rejected',
    (rest) => {
      expect(verdict(`https://okta.com${rest}`)).toBe('reject: not-an-identity-provider, identity-provider');
    },
  );

  it('and one that differs by a query alone is held, since the query may not count', () => {
    expect(verdict('https://okta.com/?a=b')).toBe('hold: not-an-identity-provider, identity-provider');
    expect(verdict('https://bit.ly/?a=b')).toBe('hold: not-a-url-shortener, url-shortener');
  });
});

describe('a name that only looks like a well-known one passes', () => {
  it.each([
    'notgoogle.com',
    'google.com.evil.example',
    'xn--ggle-55da.com',
    'okta.com-login.example',
    'goog1e.com',
  ])('%s', (value) => {
    expect(verdict(value)).toBe('pass');
  });
});

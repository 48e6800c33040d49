import { describe, expect, it } from 'vitest';
import { verdict } from './usual-guard.ts';

/** What a report of an attack names, written for this test; reserved and public test names among them. */
const malicious = [
  ...[
    'examplemalwaredomain.com',
    'examplebotnetdomain.com',
    'internetbadguys.com',
    'www.internetbadguys.com',
  ],
  ...['bad.example', 'c2.bad.example', 'malware.example.net', 'dropper.example.org', 'a.b.c.d.e.bad.example'],
  ...[
    'secure-login-update-4711.com',
    'paypa1-verification.net',
    'micros0ft-support.org',
    'okta-sso-portal.info',
  ],
  ...['office365-mailbox-quota.top', 'cdn-jquery-min.xyz', 'api-telemetry-sync.club', 'dhl-parcel-fee.shop'],
  ...['google-drive-share.ru', 'amazon-prime-renewal.co.uk', 'faceb00k-security.com.br', 'appleid-unlock.cc'],
  ...['xn--pypal-4ve.com', 'xn--mcrosoft-tkb.com', 'аррle.example', 'q7x2kdl9vbn4.biz', 'kq3v9.duckdns.org'],
  ...['evil-campaign.github.io', 'phish-4711.web.app', 'login-page.pages.dev', 'c2-worker.workers.dev'],
  ...['stage2.s3.eu-west-1.amazonaws.com', 'tunnel-a1b2.trycloudflare.com', 'deadbeef.ngrok-free.app'],
  ...['fake-invoice.weebly.com', 'tax-refund.wixsite.com', 'helpdesk-reset.azurewebsites.net'],
  ...[
    'http://secure-login-update-4711.com/',
    'https://bad.example:8443/gate.php?id=1',
    'ftp://drop.bad.example/a',
  ],
  ...['http://45.155.204.7/bins/x86', 'http://[2a01:4f8:c17:b0f::2]/mal.sh', 'https://bit.ly/3xYzAbC'],
  ...['https://pastebin.com/raw/Ab12Cd34', 'https://raw.githubusercontent.com/someone/tool/main/payload.ps1'],
  ...[
    'https://drive.google.com/uc?export=download&id=1AbC',
    'https://cdn.discordapp.com/attachments/1/2/stub.exe',
  ],
  ...['https://github.com/someone/tool/releases/download/v1/tool.zip', 'https://t.me/channel_of_a_thief'],
  ...[
    'https://www.dropbox.com/s/abc/invoice.iso?dl=1',
    'https://forms.gle/AbCdEf',
    'https://sites.google.com/view/fake',
  ],
  ...['45.155.204.7', '185.234.219.3', '103.27.202.185', '91.219.236.12', '194.26.29.8', '5.188.206.9'],
  ...['2a01:4f8:c17:b0f::2', '2a0e:b107:f6::9', '103.245.165.0/24', '45.155.204.0/22', '2a0e:b107:f6::/48'],
];

describe('what a report of an attack names may be blocked', () => {
  it.each(malicious)('%s', (value) => {
    expect(verdict(value)).toBe('pass');
  });
});

import { proofpointTarget } from './proofpoint.ts';

/** A service that rewrites the links of mails and chats, so that a click goes through it. */
export interface Gateway {
  /** Its hosts: each stands for itself and for every name below it. */
  readonly hosts: readonly string[];
  /** Where the link led before it was rewritten; `undefined` when that is kept on the gateway alone. */
  readonly target: (link: URL) => string | undefined;
}

const fromQuery =
  (parameter: string) =>
  (link: URL): string | undefined =>
    link.searchParams.get(parameter) ?? link.searchParams.get(`amp;${parameter}`) ?? undefined;

const keptToItself = (): undefined => undefined;

/** The gateways that are known. A new one is an entry here. */
export const gateways: readonly Gateway[] = [
  {
    // Microsoft Defender for Office 365, Safe Links: https://learn.microsoft.com/defender-office-365/safe-links-about
    hosts: [
      'safelinks.protection.outlook.com',
      'safelinks.protection.office365.us',
      'safelinks.protection.partner.outlook.cn',
      'statics.teams.cdn.office.net',
    ],
    target: fromQuery('url'),
  },
  { hosts: ['urldefense.com', 'urldefense.us', 'urldefense.proofpoint.com'], target: proofpointTarget },
  {
    // Cisco Secure Email: /<token>/<the link, percent-encoded>
    hosts: ['secure-web.cisco.com'],
    target: (link) => /^\/[^/]+\/(.+)$/.exec(link.pathname + link.search)?.[1],
  },
  // Trellix (FireEye) Email Security
  { hosts: ['protect.fireeye.com', 'protect2.fireeye.com', 'protect.trellix.com'], target: fromQuery('u') },
  // Barracuda Email Protection: https://campus.barracuda.com/product/emailgatewaydefense/doc/96023033
  { hosts: ['linkprotect.cudasvc.com'], target: fromQuery('a') },
  // Symantec Email Security.cloud
  { hosts: ['clicktime.symantec.com'], target: fromQuery('u') },
  // Trend Micro Email Security
  {
    hosts: ['imsva91-ctp.trendmicro.com', 'ctp.trendmicro.com', 'tmes.trendmicro.com'],
    target: fromQuery('url'),
  },
  {
    // Check Point Harmony Email (Avanan): /v2/___<the link>___.<token>
    hosts: ['url.avanan.click', 'protect.checkpoint.com'],
    target: (link) => /\/v2\/(?:r\d+\/)?___(.+?)___\./.exec(link.href)?.[1],
  },
  {
    // Sophos Email: the link in base64
    hosts: ['protection.sophos.com'],
    target: (link) => {
      const encoded = link.searchParams.get('u');
      return encoded === null ? undefined : Buffer.from(encoded, 'base64').toString('utf8');
    },
  },
  {
    // Mimecast, Hornetsecurity: the link is not in it
    hosts: ['mimecast.com', 'mimecastprotect.com', 'atpscan.global.hornetsecurity.com'],
    target: keptToItself,
  },
];

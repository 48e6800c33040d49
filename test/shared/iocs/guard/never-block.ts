import { domainToASCII } from 'node:url';
import type { z } from 'zod';
import type { guardSchema } from '#shared/config/guard.ts';
import { addressEchoServices } from '#shared/iocs/guard/embedded/address-echo-services.ts';
import { awsNames } from '#shared/iocs/guard/embedded/aws-services.ts';
import { ciscoNames, ciscoNetworks } from '#shared/iocs/guard/embedded/cisco-services.ts';
import { essentialServices } from '#shared/iocs/guard/embedded/essential-services.ts';
import { freeMail } from '#shared/iocs/guard/embedded/free-mail.ts';
import { identityProviders } from '#shared/iocs/guard/embedded/identity-providers.ts';
import { internetOperation } from '#shared/iocs/guard/embedded/internet-operation.ts';
import { mostVisited } from '#shared/iocs/guard/embedded/most-visited.ts';
import { namesOf } from '#shared/iocs/guard/embedded/names-by-owner.ts';
import {
  resolverAddresses,
  resolverNames,
  rootServers,
} from '#shared/iocs/guard/embedded/public-resolvers.ts';
import { securityResearch } from '#shared/iocs/guard/embedded/security-research.ts';
import { contentHosts, tenantSuffixes } from '#shared/iocs/guard/embedded/shared-hosting.ts';
import { urlShorteners } from '#shared/iocs/guard/embedded/url-shorteners.ts';
import { wellKnownSites } from '#shared/iocs/guard/embedded/well-known-sites.ts';

/** A company that has said what is its own. */
export const companySettings = {
  ownDomains: ['corp.example', 'corp-mail.example', domainToASCII('müller-werke.example')],
  ownNetworks: ['103.27.202.0/24', '2a01:4f8:1::/48'],
  neverBlock: { domains: ['partner.example', 'login.bank.example'], networks: ['103.28.0.0/28'] },
  holdBlock: { domains: ['rival.example'], networks: ['103.29.0.0/24'] },
} satisfies z.input<typeof guardSchema>;

const names: Readonly<Record<string, readonly string[]>> = {
  'the company itself': [
    ...companySettings.ownDomains,
    ...companySettings.ownDomains.map((domain) => `wiki.${domain}`),
    ...['müller-werke.example', 'MÜLLER-WERKE.example', 'mu\u0308ller-werke.example'],
    ...companySettings.neverBlock.domains,
    'bank.example',
    ...companySettings.holdBlock.domains,
  ],
  'one label': ['intranet', 'com', 'localhost', 'wpad', 'mail', 'router', 'google', 'zip'],
  'special use': [
    'printer.local',
    'db.corp.internal',
    'a.test',
    'app.localhost',
    'x.onion',
    '1.0.0.10.in-addr.arpa',
  ],
  'public suffixes': [
    ...[
      'co.uk',
      'com.au',
      'co.jp',
      'com.br',
      'gov.uk',
      'ac.uk',
      'edu.cn',
      'co.za',
      'com.tr',
      'org.uk',
      'net.in',
    ],
    ...[
      'github.io',
      'gitlab.io',
      'workers.dev',
      'pages.dev',
      'web.app',
      'firebaseapp.com',
      'herokuapp.com',
      'r2.dev',
    ],
    ...[
      'netlify.app',
      'vercel.app',
      'blogspot.com',
      'us.com',
      'eu.org',
      'uk.com',
      'azurewebsites.net',
      'fly.dev',
    ],
    ...[
      's3.amazonaws.com',
      'cloudfront.net',
      'blob.core.windows.net',
      'duckdns.org',
      'ngrok.io',
      'myshopify.com',
    ],
  ],
  Cisco: namesOf(ciscoNames),
  AWS: namesOf(awsNames),
  resolvers: namesOf(resolverNames),
  'the working of the internet': namesOf(internetOperation),
  'identity providers': namesOf(identityProviders),
  'essential services': namesOf(essentialServices).filter((name) => name.includes('.')),
  research: namesOf(securityResearch),
  hosting: [...namesOf(tenantSuffixes), ...namesOf(contentHosts)],
  shorteners: namesOf(urlShorteners),
  'free mail': namesOf(freeMail),
  'address echo': namesOf(addressEchoServices),
  'well known': [...namesOf(wellKnownSites), ...namesOf(mostVisited)],
};

const addresses: Readonly<Record<string, readonly string[]>> = {
  'special purpose': [
    ...['0.0.0.0', '10.0.0.1', '10.255.255.255', '100.64.0.1', '127.0.0.1', '127.1.2.3', '169.254.169.254'],
    ...[
      '172.16.0.1',
      '172.31.255.254',
      '192.0.0.8',
      '192.0.2.1',
      '192.88.99.1',
      '192.168.0.1',
      '192.168.255.255',
    ],
    ...[
      '198.18.0.1',
      '198.51.100.1',
      '203.0.113.1',
      '224.0.0.1',
      '239.255.255.250',
      '240.0.0.1',
      '255.255.255.255',
    ],
    ...[
      '::',
      '::1',
      'fc00::1',
      'fd12:3456::1',
      'fe80::1',
      'ff02::1',
      '2001:db8::1',
      '2002:a00:1::',
      '64:ff9b::a00:1',
    ],
  ],
  'the company itself': ['103.27.202.1', '103.27.202.255', '2a01:4f8:1::9', '103.28.0.7', '103.29.0.200'],
  Cisco: [
    ...ciscoNetworks.map((network) => network.replace(/\/\d+$/, '')),
    '146.112.61.104',
    '208.67.222.222',
  ],
  resolvers: namesOf(resolverAddresses).map((network) => network.replace(/\/\d+$/, '')),
  'root servers': rootServers,
};

const networks = [
  ...[
    '0.0.0.0/0',
    '::/0',
    '103.0.0.0/8',
    '45.0.0.0/15',
    '2600::/12',
    '2a00::/47',
    '8.8.0.0/16',
    '1.1.1.0/24',
  ],
  ...[
    '10.0.0.0/16',
    '172.16.0.0/24',
    '103.27.0.0/16',
    '103.27.202.64/26',
    '103.28.0.0/16',
    '208.67.222.0/24',
  ],
  ...[
    '198.41.0.0/24',
    '2001:4860:4860::/48',
    '146.112.0.0/16',
    '104.16.0.0/16',
    '151.101.1.0/24',
    '::ffff:8.8.8.0/120',
  ],
];

const fullWidth = (text: string) =>
  text.replace(/[a-z0-9]/g, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0));
const firstLetterInPercent = (text: string) =>
  text.replace(/[a-z0-9]/, (it) => `%${it.charCodeAt(0).toString(16)}`);

/** The same name, as people, feeds and tricksters write it. A URL without a path is its host. */
const spellingsOfNames: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => `${name}.`,
  (name) => name.replaceAll('.', '[.]'),
  (name) => `http://${name}`,
  (name) => `hxxps://${name.replaceAll('.', '[.]')}/`,
  (name) => `https://${name}:8443/`,
  (name) => `https://user:secret@${name}/`,
  (name) => `https://evil.example@${name}/`,
  (name) => `https://evil.example%2f@${name}/`,
  (name) => `https://${name}\\@evil.example`.replace(/\\@.*/, '\\'),
  (name) => `HTTP://${name.toUpperCase()}./`,
  (name) => `https://${firstLetterInPercent(name)}/`,
  (name) => fullWidth(name),
  (name) => name.replaceAll('.', '。'),
  (name) => name.replace(/^(.)/, '$1\u200b'),
  (name) => `http://${name}/index.html`,
  (name) => `http://${name}//`,
  (name) => `http://${name}/?`,
  (name) => `http://${name}/#@evil.example`,
  (name) => `ftp://${name}/`,
  (name) => `https:///${name}/`,
];

const spellingsOfIpv4: readonly ((address: string) => string)[] = [
  (address) => address,
  (address) => `${address}.`,
  (address) => address.replaceAll('.', '[.]'),
  (address) => `${address}/32`,
  (address) => `::ffff:${address}`,
  (address) => `::ffff:${address}/128`,
  (address) => `http://[::ffff:${address}]/`,
  (address) => `http://${address}/`,
  (address) => `https://${address}:8443`,
  (address) => `https://evil.example@${address}/`,
  (address) => String(asNumber(address)),
  (address) => `http://${asNumber(address)}/`,
  (address) => `http://0x${asNumber(address).toString(16)}/`,
  (address) => `http://${octets(address, (octet) => `0${octet.toString(8)}`)}/`,
  (address) => `http://${octets(address, (octet) => `0x${octet.toString(16)}`)}/`,
  (address) => octets(address, (octet) => octet.toString().padStart(3, '0')),
  (address) => `http://${fullWidth(address)}/`,
  (address) => address.replaceAll('.', '。'),
];

const spellingsOfIpv6: readonly ((address: string) => string)[] = [
  (address) => address,
  (address) => address.toUpperCase(),
  (address) => `[${address}]`,
  (address) => `${address}/128`,
  (address) => `http://[${address}]/`,
  (address) => `https://[${address.toUpperCase()}]:8443/`,
  (address) => `https://evil.example@[${address}]/`,
];

function octets(address: string, write: (octet: number) => string): string {
  return address
    .split('.')
    .map((octet) => write(Number(octet)))
    .join('.');
}

function asNumber(address: string): number {
  return address.split('.').reduce((number, octet) => number * 256 + Number(octet), 0);
}

/** A value that must not be blocked without a person, and what it belongs to. */
export interface NeverBlock {
  readonly belongsTo: string;
  readonly value: string;
}

/** Of a long list each name gets a few of the spellings, in turn, so that each spelling meets every kind of name. */
const spellingsOfOneName = 4;

/** The same values every time: every rule, in every spelling. */
export function neverBlockValues(): readonly NeverBlock[] {
  const ofNames = Object.entries(names).flatMap(([belongsTo, list]) =>
    list.flatMap((name, index) =>
      Array.from({ length: list.length > 100 ? spellingsOfOneName : spellingsOfNames.length }, (_, turn) => {
        const spell = spellingsOfNames[(index * spellingsOfOneName + turn) % spellingsOfNames.length];
        return { belongsTo, value: spell?.(name) ?? name };
      }),
    ),
  );
  const ofAddresses = Object.entries(addresses).flatMap(([belongsTo, list]) =>
    list.flatMap((address) =>
      (address.includes(':') ? spellingsOfIpv6 : spellingsOfIpv4).map((spell) => ({
        belongsTo,
        value: spell(address),
      })),
    ),
  );
  return [...ofNames, ...ofAddresses, ...networks.map((value) => ({ belongsTo: 'networks', value }))];
}

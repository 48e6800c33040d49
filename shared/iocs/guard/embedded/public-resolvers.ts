import type { NamesByOwner } from './names-by-owner.ts';

/** Resolvers that anybody may ask. Computers are set to them by address, so a block of one takes the DNS away. */
export const resolverAddresses: NamesByOwner = {
  Cloudflare: '1.1.1.0/24 1.0.0.0/24 2606:4700:4700::/48 162.159.36.1 162.159.46.1',
  Google: '8.8.8.0/24 8.8.4.0/24 2001:4860:4860::/48',
  Quad9: '9.9.9.0/24 149.112.112.0/24 149.112.149.0/24 2620:fe::/48',
  OpenDNS: `208.67.222.222 208.67.220.220 208.67.222.220 208.67.220.222 208.67.222.123 208.67.220.123 2620:119:35::35
    2620:119:53::53 2620:0:ccc::2 2620:0:ccd::2`,
  AdGuard: '94.140.14.0/24 94.140.15.0/24 2a10:50c0::/48',
  Verisign: '64.6.64.6 64.6.65.6 2620:74:1b::1:1 2620:74:1c::2:2',
  Vercara: '156.154.70.0/24 156.154.71.0/24 2610:a1:1018::/48 2610:a1:1019::/48',
  CleanBrowsing: '185.228.168.0/24 185.228.169.0/24 2a0d:2a00:1::/48 2a0d:2a00:2::/48',
  ControlD: '76.76.2.0/24 76.76.10.0/24 2606:1a40::/48 2606:1a40:1::/48',
  NextDNS: '45.90.28.0/24 45.90.30.0/24 2a07:a8c0::/48 2a07:a8c1::/48',
  Mullvad: '194.242.2.0/24 2a07:e340::/48',
  DNS4EU: '86.54.11.0/24 2a13:1001::/48',
  'DNS.SB': '185.222.222.222 45.11.45.11 2a09:: 2a11::',
  Level3: '4.2.2.1 4.2.2.2 4.2.2.3 4.2.2.4 4.2.2.5 4.2.2.6 209.244.0.3 209.244.0.4 205.171.3.65 205.171.2.65',
  'Hurricane Electric': '74.82.42.42 66.220.18.42 216.218.130.2 2001:470:20::2',
  'DNS.WATCH': '84.200.69.80 84.200.70.40 2001:1608:10:25::1c04:b12f 2001:1608:10:25::9249:d69b',
  Comodo: '8.26.56.26 8.20.247.20',
  Yandex: `77.88.8.1 77.88.8.2 77.88.8.3 77.88.8.7 77.88.8.8 77.88.8.88 2a02:6b8::feed:a11 2a02:6b8::feed:bad
    2a02:6b8::feed:ff 2a02:6b8:0:1::feed:a11 2a02:6b8:0:1::feed:bad 2a02:6b8:0:1::feed:ff`,
  AliDNS: '223.5.5.5 223.6.6.6 2400:3200::1 2400:3200:baba::1',
  DNSPod: '119.29.29.29 119.28.28.28 1.12.12.12 120.53.53.53 2402:4e00::',
  '114DNS': '114.114.114.114 114.114.115.115 114.114.114.119 114.114.115.119 114.114.114.110 114.114.115.110',
  Baidu: '180.76.76.76 2400:da00::6666',
  CNNIC: '1.2.4.8 210.2.4.8 2001:dc7:1000::1',
  TWNIC: '101.101.101.101 101.102.103.104 2001:de4::101 2001:de4::102',
  'Other resolvers': `80.80.80.80 80.80.81.81 195.46.39.39 195.46.39.40 91.239.100.100 89.233.43.71 2001:67c:28a4::
    2a01:3a0:53:53:: 81.218.119.11 209.88.198.133 37.235.1.174 37.235.1.177 185.121.177.177 169.239.202.202
    185.253.5.0 193.110.81.0 2a0f:fc80:: 2a0f:fc81:: 149.112.121.0/24 149.112.122.0/24 2620:10a:80bb::/48
    2620:10a:80bc::/48 130.59.31.248 130.59.31.251 2001:620:0:ff::2 2001:620:0:ff::3 193.17.47.1 185.43.135.1
    2001:148f:ffff::1 2001:148f:fffe::1 5.2.75.75 146.255.56.98 5.1.66.255 185.150.99.255 2001:678:e68:f000::
    2001:678:ed0:f000:: 168.95.1.1 168.95.192.1 203.80.96.9 203.80.96.10 199.85.126.10 199.85.127.10
    216.146.35.35 216.146.36.36 172.64.36.1 172.64.36.2 195.92.195.94 195.92.195.95 129.250.35.250
    129.250.35.251 2001:418:3ff::53 2001:418:3ff::1:53`,
};

/** The same resolvers by name: blocked, they end encrypted DNS. */
export const resolverNames: NamesByOwner = {
  'Encrypted DNS': `dns.google dns64.dns.google dns.google.com cloudflare-dns.com one.one.one.one
    1dot1dot1dot1.cloudflare-dns.com dns.quad9.net quad9.net doh.opendns.com dns.opendns.com doh.umbrella.com
    doh.sse.cisco.com dns.umbrella.com adguard-dns.com dns.adguard.com adguard.com dns.adguard-dns.com
    nextdns.io dns.nextdns.io controld.com dns.controld.com freedns.controld.com doh.cleanbrowsing.org
    cleanbrowsing.org dns.mullvad.net dns.alidns.com alidns.com dns.pub doh.pub dot.pub dns.sb doh.dns.sb
    dns.switch.ch dns0.eu joindns4.eu doh.applied-privacy.net dnsforge.de dns.digitale-gesellschaft.ch
    mozilla.cloudflare-dns.com chrome.cloudflare-dns.com doh.dns.apple.com resolver.dns4all.eu opennic.org
    yandex.net odvr.nic.cz canadianshield.cira.ca doh.xfinity.com dns.he.net ordns.he.net`,
};

/** The 13 root servers of the DNS. @see https://www.iana.org/domains/root/servers */
export const rootServers: readonly string[] = [
  ...['198.41.0.4', '2001:503:ba3e::2:30'],
  ...['170.247.170.2', '199.9.14.201', '2801:1b8:10::b', '2001:500:200::b'],
  ...['192.33.4.12', '2001:500:2::c'],
  ...['199.7.91.13', '2001:500:2d::d'],
  ...['192.203.230.10', '2001:500:a8::e'],
  ...['192.5.5.241', '2001:500:2f::f'],
  ...['192.112.36.4', '2001:500:12::d0d'],
  ...['198.97.190.53', '2001:500:1::53'],
  ...['192.36.148.17', '2001:7fe::53'],
  ...['192.58.128.30', '2001:503:c27::2:30'],
  ...['193.0.14.129', '2001:7fd::1'],
  ...['199.7.83.42', '2001:500:9f::42'],
  ...['202.12.27.33', '2001:dc3::35'],
];

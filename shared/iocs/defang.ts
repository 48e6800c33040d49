import type { Indicator } from './indicator.ts';

/**
 * The indicator as analysts write it where programs make links of addresses: `hxxps[:]//bad[.]example/a.png`.
 * `refang` turns it back. Hashes stay as they are.
 */
export function defang({ type, value }: Indicator): string {
  switch (type) {
    case 'url':
      return disarmUrl(value);
    case 'email':
      return value.replaceAll('@', '[@]').replaceAll('.', '[.]');
    case 'domain':
    case 'ipv4':
    case 'ipv6':
    case 'cidr':
      return value.replaceAll('.', '[.]').replaceAll(':', '[:]');
    case 'md5':
    case 'sha1':
    case 'sha256':
    case 'sha512':
      return value;
  }
}

/** Prose in which programs find no address that they could make a link of: `see hxxps[:]//bad[.]example`. */
export function defangText(text: string): string {
  return text
    .replace(/\bhttp(?=s?:\/\/)/gi, 'hxxp')
    .replaceAll('://', '[:]//')
    .replaceAll('@', '[@]')
    .replace(/(?<=\S)\.(?=[\p{L}\d-]*\p{L})/gu, '[.]');
}

/** Scheme and host; a path alone is no address. */
function disarmUrl(url: string): string {
  const [, scheme, authority, rest] = /^([a-z]+):\/\/([^/?#]*)(.*)$/s.exec(url) ?? [];
  if (scheme === undefined || authority === undefined || rest === undefined) {
    return url.replaceAll('.', '[.]').replaceAll(':', '[:]');
  }
  const disarmedScheme = scheme.replace('http', 'hxxp').replace('ftp', 'fxp');
  return `${disarmedScheme}[:]//${authority.replaceAll('.', '[.]').replaceAll(':', '[:]')}${rest}`;
}

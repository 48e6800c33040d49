import { isIP } from 'node:net';

/** What an entry of a network group may be, whatever a cloud calls it. */
export const addressForms = {
  host: (value: string) => isIP(value) !== 0,
  network: isNetwork,
  range: isRange,
  fqdn: (value: string) => /^([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{2,63}\.?$/i.test(value),
} as const;

function isNetwork(value: string): boolean {
  const [address = '', length = '', ...rest] = value.split('/');
  const most = isIP(address) === 4 ? 32 : 128;
  return isIP(address) !== 0 && /^\d{1,3}$/.test(length) && Number(length) <= most && rest.length === 0;
}

function isRange(value: string): boolean {
  const [first = '', last = '', ...rest] = value.split('-');
  return isIP(first) !== 0 && isIP(first) === isIP(last) && rest.length === 0;
}

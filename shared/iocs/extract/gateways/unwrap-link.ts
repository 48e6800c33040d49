import { recogniseUrl } from '../../parsing/url.ts';
import { type Gateway, gateways } from './gateways.ts';

const gatewayByHost: ReadonlyMap<string, Gateway> = new Map(
  gateways.flatMap((gateway) => gateway.hosts.map((host) => [host, gateway] as const)),
);

/** A link forwarded through several companies carries a gateway of each; more layers than this are nobody's mail. */
const mostLayers = 8;

/** Whether a host name is a gateway's: it only stands before what the text is about, and is never an indicator. */
export function isGateway(hostname: string): boolean {
  return gatewayAt(hostname) !== undefined;
}

/**
 * The URL behind a link: the link itself, unless mail gateways rewrote it. In canonical spelling if the link is.
 *
 * @returns `undefined` when a gateway keeps to itself where it leads, or leads to no URL.
 */
export function unwrapLink(link: URL): URL | undefined {
  let current = link;
  for (let layer = 0; layer <= mostLayers; layer += 1) {
    const gateway = gatewayAt(current.hostname);
    if (!gateway) return current;
    const target = gateway.target(current);
    const recognised = target === undefined ? undefined : recogniseUrl(percentDecoded(target));
    if (recognised?.kind !== 'url') return undefined;
    current = new URL(recognised.value);
  }
  return undefined;
}

/** Some gateways encode the link once more than the query demands. */
function percentDecoded(target: string): string {
  if (!/^[a-z]+%3a/i.test(target)) return target;
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

function gatewayAt(hostname: string): Gateway | undefined {
  for (let name = hostname; name.includes('.'); name = name.slice(name.indexOf('.') + 1)) {
    const gateway = gatewayByHost.get(name);
    if (gateway) return gateway;
  }
  return undefined;
}

import type { DeployedSystem } from './deployed-system.ts';

/** Calls a control route of a simulated cloud: with a body it is a POST, unless said otherwise. */
export async function controlCloud(
  { stack }: DeployedSystem,
  cloud: keyof DeployedSystem['stack']['simulators'],
  path: string,
  { method, body }: { method?: 'DELETE' | 'POST' | 'PUT'; body?: object } = {},
): Promise<unknown> {
  const url = `${stack.simulators[cloud]}/_control${path}`;
  const answer = await fetch(url, {
    method: method ?? (body ? 'POST' : 'GET'),
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text}`);
  return text ? JSON.parse(text) : undefined;
}

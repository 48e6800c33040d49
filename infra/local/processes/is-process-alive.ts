import { readdirSync, readFileSync } from 'node:fs';

/**
 * Whether a process exists and has not ended, also one of another user.
 * @see https://man7.org/linux/man-pages/man2/kill.2.html (signal 0)
 */
export function isProcessAlive(pid: number): boolean {
  return takesSignals(pid) && statusOf(pid)?.ended !== true;
}

/**
 * Whether a process group still has a process that has not ended.
 * Signal 0 finds the ended too until someone asks for their exit code, and the first process of a container often
 * never does. Where the system shows the state of its processes, they are therefore left out.
 */
export function isProcessGroupAlive(group: number): boolean {
  if (!takesSignals(-group)) return false;
  if (process.platform !== 'linux') return true;
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0)
    .map(statusOf)
    .some((status) => status?.group === group && !status.ended);
}

function takesSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * What Linux tells about a process; undefined on other systems, and for a process that is gone.
 * @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
function statusOf(pid: number): { readonly group: number; readonly ended: boolean } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold anything; behind it come state, parent and group.
    const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { group: Number(group), ended: state === 'Z' || state === 'X' };
  } catch {
    return undefined;
  }
}

/** Milliseconds in which a processor worked. */
export function millisecondsOf({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000
}

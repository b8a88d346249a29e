/**
 * Milliseconds in which a processor has worked for this process. A test that bounds the growth of
 * time asks for these: on a busy machine the clock on the wall says more about the others.
 */
export function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Flags that lead the command line to servers on this machine, for what the library takes as `connectTo`. */
export const connectFlags = (connectTo: Record<string, string>): string[] =>
  Object.entries(connectTo).flatMap(([host, origin]) => ['--connect-to', `${host}=${origin}`]);

/** A real component that this machine has not got and cannot get. */
export class NotAvailable extends Error {
  override readonly name = 'NotAvailable';
}

/**
 * Starts what a suite needs. Where it cannot be had, a line says so and the answer is null: the suite is skipped,
 * but never in CI.
 */
export async function startIfAvailable<Server>(what: string, start: () => Promise<Server>): Promise<Server | null> {
  try {
    return await start();
  } catch (error) {
    if (!(error instanceof NotAvailable) || process.env['CI'] === 'true') throw error;
    process.stderr.write(`skipped: ${what} cannot be had here: ${error.message}\n`);
    return null;
  }
}

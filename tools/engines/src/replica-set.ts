import { MongoClient, MongoServerError, type Db } from 'mongodb';

const notYetInitialized = 94;

/**
 * Sees to it that the server is the one member and the primary of rs0: initiates the set on a new folder, and moves it
 * when the folder came with another port. Says whether writes are accepted already.
 */
export async function joinReplicaSet(port: number): Promise<boolean> {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 2000,
  });
  try {
    const admin = client.db('admin');
    const hello = await admin.command({ hello: 1 });
    if (hello['isWritablePrimary'] === true) return true;
    if (hello['setName'] === undefined) await initiateOrMove(admin, `127.0.0.1:${port}`);
    return false;
  } catch (error) {
    if (error instanceof Error && error.name.startsWith('Mongo')) return false;
    throw error;
  } finally {
    await client.close();
  }
}

async function initiateOrMove(admin: Db, host: string): Promise<void> {
  const members = [{ _id: 0, host }];
  try {
    const { config }: { config?: { readonly version: number } } = await admin.command({
      replSetGetConfig: 1,
    });
    const version = (config?.version ?? 0) + 1;
    await admin.command({ replSetReconfig: { ...config, version, members }, force: true });
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.code !== notYetInitialized) throw error;
    await admin.command({ replSetInitiate: { _id: 'rs0', members } });
  }
}

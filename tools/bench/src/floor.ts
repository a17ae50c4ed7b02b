/**
 * The floor that the platform is measured against: Express and one insert by the driver, nothing checked, a process of
 * its own. Writes its port to its output; ends with its input.
 */
import { randomUUID } from 'node:crypto';
import express from 'express';
import { mongo } from 'mongoose';

const client = new mongo.MongoClient(process.env['MONGODB_URI'] ?? '');
const floor = client.db('bench').collection<{ _id: string }>('floor');
await floor.deleteMany({});
const padding = 'x'.repeat(Number(process.env['PADDING'] ?? 0));

const app = express();
app.use(express.json());
app.post('/', async (request, response) => {
  const body: unknown = request.body;
  const _id = randomUUID();
  await floor.insertOne({ _id, ...{ body, padding } }, { writeConcern: { w: 'majority' } });
  response.status(201).json({ id: _id });
});
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${String(typeof address === 'object' ? address?.port : '')}\n`);
});

process.stdin.resume().on('end', () => {
  server.closeAllConnections();
  void client
    .db('bench')
    .dropDatabase()
    .then(() => client.close())
    .then(() => process.exit(0));
});

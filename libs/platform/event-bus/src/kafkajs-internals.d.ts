/** The one inner part of kafkajs we touch; see quietTimers in client.ts. */
declare module 'kafkajs/src/network/requestQueue/index.js' {
  interface Queue {
    pending: readonly unknown[];
    scheduleCheckPendingRequests: (this: Queue) => void;
  }
  const RequestQueue: { prototype: Queue };
  export default RequestQueue;
}

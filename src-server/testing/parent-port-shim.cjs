// Gives a forked Node process the `process.parentPort` that Electron gives its utility processes, over Node's own channel.
process.parentPort = {
  on: (event, listener) => process.on(event, (data) => listener({ data })),
  postMessage: (message) => process.send(message),
};

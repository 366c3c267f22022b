// The server as this extension's own library speaks to it: stray output, which other readers forgive, spoils its messages.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { test } from "node:test";
import rpc from "vscode-jsonrpc/node";

const [program, ...given] = (process.env.HEDGELINT ?? "hedgelint lsp").split(" ");

test("a story is opened, asked about, changed and closed", { timeout: 120_000 }, async (context) => {
  const server = spawn(program, given, { stdio: ["pipe", "pipe", "inherit"] });
  context.after(() => server.kill());
  const left = new Promise((resolve) => server.on("exit", resolve));
  const connection = rpc.createMessageConnection(
    new rpc.StreamMessageReader(server.stdout),
    new rpc.StreamMessageWriter(server.stdin),
  );
  const wrong = [];
  connection.onError((error) => wrong.push(error));
  connection.onRequest("client/registerCapability", () => null);
  context.after(() => connection.dispose());
  connection.listen();

  const told = await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      general: { positionEncodings: ["utf-16"] },
      textDocument: { diagnostic: { dynamicRegistration: true }, hover: { contentFormat: ["markdown"] } },
    },
  });
  assert.equal(told.serverInfo.name, "hedgelint");
  assert.ok(told.capabilities.diagnosticProvider);
  await connection.sendNotification("initialized", {});

  const uri = "untitled:Untitled-1";
  const text = "\u{1F3DB} Experts say the bridge is unsafe.";
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "plaintext", version: 1, text },
  });
  const found = await connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
  const vague = found.items.find((one) => one.code === "vague-source");
  assert.deepEqual(vague.range, { start: { line: 0, character: 3 }, end: { line: 0, character: 14 } });
  const hover = await connection.sendRequest("textDocument/hover", {
    textDocument: { uri },
    position: { line: 0, character: 5 },
  });
  assert.match(hover.contents.value, /vague\\-source/);
  const actions = await connection.sendRequest("textDocument/codeAction", {
    textDocument: { uri },
    range: vague.range,
    context: { diagnostics: [vague] },
  });
  assert.ok(actions.length > 0);

  await connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: "The bridge is shut." }],
  });
  const after = await connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
  assert.deepEqual(after.items, []);
  await connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  assert.equal(await left, 0);
  assert.deepEqual(wrong, []);
});

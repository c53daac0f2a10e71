// What the bus promises, asked by a client that shares no code with Java's. One line of output per promise.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { ServiceBusClient } from "@azure/service-bus";

const [connectionString, restricted] = process.argv.slice(2);
const retryOptions = { maxRetries: 0, timeoutInMs: 10_000 };
const soon = { maxWaitTimeInMs: 5_000 };
const shortly = { maxWaitTimeInMs: 500 };
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

async function one(receiver, options = soon) {
  const [message] = await receiver.receiveMessages(1, options);
  assert.ok(message, "no message came");
  return message;
}

async function many(receiver, count) {
  const messages = [];
  while (messages.length < count) {
    const more = await receiver.receiveMessages(count - messages.length, soon);
    assert.ok(more.length > 0, `only ${messages.length} of ${count} messages came`);
    messages.push(...more);
  }
  return messages;
}

const bodies = (messages) => messages.map((message) => message.body);
const present = async (client, queue) => bodies(await client.createReceiver(queue).peekMessages(5));

const promises = {
  async a_message_arrives_as_it_was_sent(client) {
    await client.createSender("plain").sendMessages({
      body: { a: 1 }, messageId: "m-1", correlationId: "c-1", subject: "greeting", contentType: "application/json",
      replyTo: "elsewhere", to: "somebody", timeToLive: 180_000, applicationProperties: { text: "tést", n: 42, flag: true },
    });
    const receiver = client.createReceiver("plain");
    const message = await one(receiver);
    assert.deepEqual(message.body, { a: 1 });
    assert.equal(message.messageId, "m-1");
    assert.equal(message.correlationId, "c-1");
    assert.equal(message.subject, "greeting");
    assert.equal(message.timeToLive, 180_000);
    assert.deepEqual(message.applicationProperties, { text: "tést", n: 42, flag: true });
    assert.equal(message.deliveryCount, 0);
    assert.ok(message.lockedUntilUtc > new Date());
    assert.ok(Math.abs(message.enqueuedTimeUtc - Date.now()) < 20_000);
    await receiver.completeMessage(message);
    assert.equal((await receiver.peekMessages(1)).length, 0);
  },

  async a_batch_arrives_whole_and_in_order(client) {
    const sender = client.createSender("batch");
    const batch = await sender.createMessageBatch();
    for (let i = 0; i < 50; i++) assert.ok(batch.tryAddMessage({ body: `m${i}` }));
    await sender.sendMessages(batch);
    const receiver = client.createReceiver("batch", { receiveMode: "receiveAndDelete" });
    assert.deepEqual(bodies(await many(receiver, 50)), Array.from({ length: 50 }, (_, i) => `m${i}`));
    assert.equal((await receiver.receiveMessages(1, shortly)).length, 0);
  },

  async a_message_above_the_limit_is_refused(client) {
    await assert.rejects(client.createSender("plain").sendMessages({ body: "x".repeat(1_100_000) }),
      (error) => error.code === "MessageSizeExceeded");
  },

  async an_abandoned_message_comes_back_counted_with_its_new_properties(client) {
    await client.createSender("abandon").sendMessages({ body: "a", applicationProperties: { kept: "yes" } });
    const receiver = client.createReceiver("abandon");
    await receiver.abandonMessage(await one(receiver), { attempt: "first" });
    const again = await one(receiver);
    assert.equal(again.deliveryCount, 1);
    assert.deepEqual(again.applicationProperties, { kept: "yes", attempt: "first" });
    await receiver.completeMessage(again);
  },

  async a_deferred_message_is_had_by_its_number(client) {
    await client.createSender("defer").sendMessages({ body: "later" });
    const receiver = client.createReceiver("defer");
    const first = await one(receiver);
    await receiver.deferMessage(first);
    const [deferred] = await receiver.receiveDeferredMessages(first.sequenceNumber);
    assert.equal(deferred.body, "later");
    await receiver.completeMessage(deferred);
    assert.equal((await receiver.peekMessages(1)).length, 0);
  },

  async a_dead_letter_carries_its_reason(client) {
    await client.createSender("dead").sendMessages({ body: "a" });
    const receiver = client.createReceiver("dead");
    await receiver.deadLetterMessage(await one(receiver), {
      deadLetterReason: "malformed", deadLetterErrorDescription: "line 1", attempts: 2,
    });
    const dead = await one(client.createReceiver("dead", { subQueueType: "deadLetter" }));
    assert.equal(dead.deadLetterReason, "malformed");
    assert.equal(dead.deadLetterErrorDescription, "line 1");
    assert.equal(dead.applicationProperties.attempts, 2);
  },

  async too_many_failures_dead_letter_a_message(client) {
    await client.createSender("poison").sendMessages({ body: "a" });
    const receiver = client.createReceiver("poison");
    for (let i = 0; i < 2; i++) await receiver.abandonMessage(await one(receiver));
    const dead = await one(client.createReceiver("poison", { subQueueType: "deadLetter" }));
    assert.equal(dead.deadLetterReason, "MaxDeliveryCountExceeded");
  },

  async an_expired_lock_is_lost_and_a_renewed_one_is_not(client) {
    await client.createSender("lock").sendMessages([{ body: "a" }, { body: "b" }]);
    const receiver = client.createReceiver("lock", { maxAutoLockRenewalDurationInMs: 0 });
    const [renewed, lost] = await many(receiver, 2);
    await receiver.renewMessageLock(renewed); // connects, so that the next renewal is quick
    await wait(2500);
    await receiver.renewMessageLock(renewed);
    await wait(2500);
    await receiver.completeMessage(renewed);
    await assert.rejects(receiver.completeMessage(lost), (error) => error.code === "MessageLockLost");
  },

  async peeking_takes_nothing(client) {
    await client.createSender("peek").sendMessages([{ body: "a" }, { body: "b" }, { body: "c" }]);
    const receiver = client.createReceiver("peek");
    assert.deepEqual(bodies(await receiver.peekMessages(2)), ["a", "b"]);
    assert.deepEqual(bodies(await receiver.peekMessages(2)), ["c"]);
    assert.deepEqual(bodies(await many(receiver, 3)), ["a", "b", "c"]);
  },

  async a_subscriber_gets_a_stream(client) {
    const receiver = client.createReceiver("stream");
    const seen = [];
    const errors = [];
    const subscription = receiver.subscribe({
      processMessage: async (message) => void seen.push(message.body),
      processError: async (args) => void errors.push(args.error.message),
    }, { maxConcurrentCalls: 4 });
    await client.createSender("stream").sendMessages(Array.from({ length: 100 }, (_, i) => ({ body: `m${i}` })));
    for (let i = 0; i < 100 && seen.length < 100; i++) await wait(50);
    await subscription.close();
    assert.equal(new Set(seen).size, 100);
    assert.deepEqual(errors, []);
    await wait(200);
    assert.equal((await receiver.peekMessages(1)).length, 0);
  },

  async topics_filter_by_correlation_and_by_sql(client) {
    const sender = client.createSender("news");
    await sender.sendMessages([
      { body: "game", subject: "news.game.v1" },
      { body: "big", subject: "other", applicationProperties: { size: 9 } },
      { body: "small", subject: "other", applicationProperties: { size: 1 } },
    ]);
    assert.deepEqual(bodies(await many(client.createReceiver("news", "all"), 3)), ["game", "big", "small"]);
    assert.equal((await one(client.createReceiver("news", "label"))).body, "game");
    assert.equal((await one(client.createReceiver("news", "sql"))).body, "big");
  },

  async rules_are_managed_while_running(client) {
    const rules = client.createRuleManager("fruit", "all");
    await rules.deleteRule("$Default");
    await rules.createRule("green", { sqlExpression: "color = 'green'" });
    await rules.createRule("label", { subject: "fruit.red" });
    const found = [];
    for await (const rule of rules.listRules()) found.push(rule);
    assert.deepEqual(found.map((rule) => rule.name), ["green", "label"]);
    assert.equal(found[0].filter.sqlExpression, "color = 'green'");
    assert.equal(found[1].filter.subject, "fruit.red");
    await client.createSender("fruit").sendMessages([
      { body: "x" }, { body: "g", applicationProperties: { color: "green" } }, { body: "r", subject: "fruit.red" },
    ]);
    assert.deepEqual(bodies(await many(client.createReceiver("fruit", "all"), 2)), ["g", "r"]);
  },

  async a_named_session_is_exclusive_in_order_and_has_state(client) {
    await client.createSender("chats").sendMessages([
      { body: "a1", sessionId: "a" }, { body: "b1", sessionId: "b" }, { body: "a2", sessionId: "a" },
    ]);
    const session = await client.acceptSession("chats", "a");
    await assert.rejects(client.acceptSession("chats", "a"), (error) => error.code === "SessionCannotBeLocked");
    assert.deepEqual(bodies(await many(session, 2)), ["a1", "a2"]);
    await session.setSessionState("step 2");
    assert.equal((await session.getSessionState()).toString(), "step 2");
    assert.ok((await session.renewSessionLock()) > new Date());
    await session.close();
    const again = await client.acceptSession("chats", "a");
    assert.deepEqual((await many(again, 2)).map((message) => message.deliveryCount), [0, 0]);
    await again.close();
  },

  async the_next_session_is_a_free_one_and_waiting_ends_in_time(client) {
    await client.createSender("next").sendMessages({ body: "a1", sessionId: "a" });
    const session = await client.acceptNextSession("next");
    assert.equal(session.sessionId, "a");
    const impatient = new ServiceBusClient(connectionString, { retryOptions: { maxRetries: 0, timeoutInMs: 1500 } });
    await assert.rejects(impatient.acceptNextSession("next"));
    await impatient.close();
    await session.close();
  },

  async a_scheduled_message_comes_when_due_and_a_canceled_one_never(client) {
    const sender = client.createSender("schedule");
    await client.createReceiver("schedule").peekMessages(1); // connects, so that the time until it is due is not spent on that
    const due = new Date(Date.now() + 2500);
    const [kept, canceled] = await sender.scheduleMessages([{ body: "kept" }, { body: "canceled" }], due);
    await sender.cancelScheduledMessages(canceled);
    const receiver = client.createReceiver("schedule");
    const [waiting] = await receiver.peekMessages(5);
    assert.ok(waiting.sequenceNumber.equals(kept));
    assert.equal(waiting.state, "scheduled");
    const message = await one(receiver);
    assert.equal(message.body, "kept");
    assert.ok(Date.now() >= due.getTime() - 5);
    await receiver.completeMessage(message);
    assert.equal((await receiver.receiveMessages(1, shortly)).length, 0);
  },

  async an_expired_message_is_dead_lettered(client) {
    await client.createSender("expire").sendMessages({ body: "a", timeToLive: 200 });
    const dead = await one(client.createReceiver("expire", { subQueueType: "deadLetter" }));
    assert.equal(dead.deadLetterReason, "TTLExpiredException");
  },

  async a_repeated_message_id_is_dropped(client) {
    const sender = client.createSender("once");
    await sender.sendMessages({ body: "first", messageId: "m-1" });
    await sender.sendMessages({ body: "again", messageId: "m-1" });
    const receiver = client.createReceiver("once", { receiveMode: "receiveAndDelete" });
    assert.equal((await one(receiver)).body, "first");
    assert.equal((await receiver.receiveMessages(1, shortly)).length, 0);
  },

  async messages_and_dead_letters_are_forwarded(client) {
    await client.createSender("front").sendMessages({ body: "a" });
    const receiver = client.createReceiver("back");
    await receiver.deadLetterMessage(await one(receiver));
    const dead = await one(client.createReceiver("graves"));
    assert.equal(dead.deadLetterSource, "back");
  },

  async a_missing_entity_is_named(client) {
    await assert.rejects(client.createSender("nowhere").sendMessages({ body: "a" }),
      (error) => error.code === "MessagingEntityNotFound");
  },

  async a_wrong_key_is_refused() {
    const stranger = new ServiceBusClient(connectionString.replace(/SharedAccessKey=[^;]*/, "SharedAccessKey=guessed"),
      { retryOptions });
    await assert.rejects(stranger.createSender("plain").sendMessages({ body: "a" }),
      (error) => error.code === "UnauthorizedAccess");
    await stranger.close();
  },

  async a_batch_takes_what_fits_and_no_more(client) {
    const sender = client.createSender("fits");
    const batch = await sender.createMessageBatch();
    assert.ok(batch.tryAddMessage({ body: "x".repeat(600_000) }));
    assert.ok(!batch.tryAddMessage({ body: "y".repeat(600_000) }));
    await sender.sendMessages(batch);
    await assert.rejects(sender.sendMessages([{ body: "x".repeat(600_000) }, { body: "y".repeat(600_000) }]),
      (error) => error.code === "MessageSizeExceeded");
    assert.equal((await client.createReceiver("fits").peekMessages(5)).length, 1);
  },

  async a_partition_key_arrives_as_it_was_sent(client) {
    await client.createSender("partition").sendMessages({ body: "a", partitionKey: "p-1" });
    assert.equal((await one(client.createReceiver("partition"))).partitionKey, "p-1");
  },

  async receive_and_delete_keeps_nothing(client) {
    await client.createSender("delete").sendMessages([{ body: "a" }, { body: "b" }]);
    const receiver = client.createReceiver("delete", { receiveMode: "receiveAndDelete" });
    assert.deepEqual(bodies(await many(receiver, 2)), ["a", "b"]);
    assert.deepEqual(await present(client, "delete"), []);
  },

  async a_lock_outlives_its_receiver(client) {
    await client.createSender("outlive").sendMessages({ body: "a" });
    const receiver = client.createReceiver("outlive");
    await one(receiver);
    await receiver.close();
    const other = client.createReceiver("outlive");
    assert.equal((await other.receiveMessages(1, shortly)).length, 0);
    assert.equal((await one(other, { maxWaitTimeInMs: 8_000 })).deliveryCount, 1);
  },

  async what_came_after_a_drain_is_had_by_the_next_receive(client) {
    const receiver = client.createReceiver("drain");
    assert.equal((await receiver.receiveMessages(5, shortly)).length, 0);
    await client.createSender("drain").sendMessages([{ body: "a" }, { body: "b" }]);
    assert.deepEqual(bodies(await many(receiver, 2)), ["a", "b"]);
  },

  async a_deferred_message_is_abandoned_dead_lettered_and_its_lock_renewed(client) {
    await client.createSender("deferred").sendMessages([{ body: "a" }, { body: "b" }]);
    const receiver = client.createReceiver("deferred");
    const numbers = [];
    for (const message of await many(receiver, 2)) {
      await receiver.deferMessage(message, { why: "early" });
      numbers.push(message.sequenceNumber);
    }
    const [a, b] = await receiver.receiveDeferredMessages(numbers);
    assert.equal(a.applicationProperties.why, "early");
    await receiver.renewMessageLock(a);
    await receiver.abandonMessage(a);
    await receiver.deadLetterMessage(b, { deadLetterReason: "late" });
    const [again] = await receiver.receiveDeferredMessages(numbers[0]);
    assert.equal(again.deliveryCount, 1);
    assert.equal((await one(client.createReceiver("deferred", { subQueueType: "deadLetter" }))).deadLetterReason, "late");
    await assert.rejects(receiver.receiveDeferredMessages(numbers[1]), (error) => error.code === "MessageNotFound");
  },

  async an_expired_message_is_dropped_where_nothing_else_is_said(client) {
    await client.createSender("drop").sendMessages({ body: "a", timeToLive: 200 });
    for (let i = 0; i < 20 && (await present(client, "drop")).length > 0; i++) await wait(50);
    assert.deepEqual(await present(client, "drop"), []);
    assert.equal((await client.createReceiver("drop", { subQueueType: "deadLetter" }).peekMessages(1)).length, 0);
  },

  async a_session_is_peeked_deferred_and_abandoned_in_its_order(client) {
    await client.createSender("talks").sendMessages([{ body: "1", sessionId: "a" }, { body: "2", sessionId: "a" }, { body: "3", sessionId: "b" }]);
    const session = await client.acceptSession("talks", "a");
    assert.deepEqual(bodies(await session.peekMessages(5)), ["1", "2"]);
    await session.abandonMessage(await one(session));
    const first = await one(session);
    assert.equal(first.body, "1");
    assert.equal(first.deliveryCount, 1);
    await session.deferMessage(first);
    const [deferred] = await session.receiveDeferredMessages(first.sequenceNumber);
    await session.completeMessage(deferred);
    assert.deepEqual(bodies(await many(session, 1)), ["2"]);
    await session.close();
  },

  async a_session_that_was_not_renewed_is_lost(client) {
    await client.createSender("forgotten").sendMessages({ body: "1", sessionId: "a" });
    const session = await client.acceptSession("forgotten", "a", { maxAutoLockRenewalDurationInMs: 0 });
    const message = await one(session);
    await wait(3_500);
    await assert.rejects(session.completeMessage(message), (error) => error.code === "SessionLockLost");
    const other = await client.acceptSession("forgotten", "a");
    assert.equal((await one(other)).deliveryCount, 1);
    await other.close();
  },

  async a_plain_receiver_is_refused_where_sessions_are_required(client) {
    await assert.rejects(client.createReceiver("chats").receiveMessages(1, soon), /non-sessionful/);
    await assert.rejects(client.acceptSession("plain", "a"));
    await assert.rejects(client.createSender("chats").sendMessages({ body: "a" }), /SessionId was not set/);
  },

  async a_message_scheduled_on_a_topic_reaches_its_subscriptions_when_due(client) {
    await client.createReceiver("plans", "all").peekMessages(1);
    const due = new Date(Date.now() + 1500);
    await client.createSender("plans").scheduleMessages({ body: "later" }, due);
    assert.equal((await one(client.createReceiver("plans", "all"))).body, "later");
    assert.ok(Date.now() >= due.getTime() - 5);
  },

  async an_action_changes_its_own_copy_only(client) {
    const rules = client.createRuleManager("acts", "changed");
    await rules.deleteRule("$Default");
    await rules.createRule("mark", { sqlExpression: "EXISTS(size) AND size IN (1, 2)" }, { sqlExpression: "SET marked = true; REMOVE size" });
    await client.createSender("acts").sendMessages({ body: "a", applicationProperties: { size: 2 } });
    assert.deepEqual((await one(client.createReceiver("acts", "changed"))).applicationProperties, { marked: true });
    assert.deepEqual((await one(client.createReceiver("acts", "plain"))).applicationProperties, { size: 2 });
    await assert.rejects(rules.createRule("odd", { sqlExpression: "size ~ 1" }), /is not understood/);
    await assert.rejects(rules.createRule("mark", { sqlExpression: "1=1" }), (error) => error.code === "MessagingEntityAlreadyExists");
  },

  async what_is_forwarded_once_too_often_is_a_transfer_dead_letter(client) {
    await client.createSender("hop0").sendMessages({ body: "a" });
    const receiver = client.createReceiver("hop0");
    await receiver.deadLetterMessage(await one(receiver));
    const dead = await one(client.createReceiver("hop4", { subQueueType: "transferDeadLetter" }));
    assert.equal(dead.deadLetterReason, "MaxTransferHopCountExceeded");
  },

  async a_key_may_do_what_its_rights_say_and_no_more() {
    const writer = new ServiceBusClient(restricted, { retryOptions });
    await writer.createSender("guarded").sendMessages({ body: "a" });
    await assert.rejects(writer.createReceiver("guarded").receiveMessages(1, soon), (error) => error.code === "UnauthorizedAccess");
    await assert.rejects(writer.createSender("plain").sendMessages({ body: "a" }), (error) => error.code === "UnauthorizedAccess");
    await writer.close();
  },

  async a_token_that_has_expired_is_refused() {
    const { name, key } = /SharedAccessKeyName=(?<name>[^;]*);SharedAccessKey=(?<key>[^;]*)/.exec(connectionString).groups;
    const resource = encodeURIComponent("sb://localhost/");
    const expiry = Math.floor(Date.now() / 1000) - 60;
    const signature = createHmac("sha256", key).update(`${resource}\n${expiry}`).digest("base64");
    const token = `SharedAccessSignature sr=${resource}&sig=${encodeURIComponent(signature)}&se=${expiry}&skn=${name}`;
    const late = new ServiceBusClient(connectionString.replace(/SharedAccessKeyName=.*?;SharedAccessKey=[^;]*/, `SharedAccessSignature=${token}`), { retryOptions });
    await assert.rejects(late.createSender("plain").sendMessages({ body: "a" }), (error) => error.code === "UnauthorizedAccess");
    await late.close();
  },
};

async function keep(name) {
  const client = new ServiceBusClient(connectionString, { retryOptions });
  try {
    await promises[name](client);
    console.log(`ok ${name}`);
  } catch (error) {
    console.log(`not ok ${name}: ${String(error.stack ?? error).replaceAll("\n", " | ")}`);
  } finally {
    await client.close();
  }
}

if (connectionString === undefined) {
  Object.keys(promises).forEach((name) => console.log(name));
} else {
  await Promise.all(Object.keys(promises).map(keep));
  process.exit(0);
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.campustwin.adapter.bacnet.client;

import com.serotonin.bacnet4j.ResponseConsumer;
import com.serotonin.bacnet4j.apdu.AckAPDU;
import com.serotonin.bacnet4j.exception.BACnetException;
import com.serotonin.bacnet4j.service.acknowledgement.AcknowledgementService;
import com.serotonin.bacnet4j.service.acknowledgement.ReadPropertyAck;
import com.serotonin.bacnet4j.service.acknowledgement.ReadPropertyMultipleAck;
import com.serotonin.bacnet4j.service.confirmed.ConfirmedRequestService;
import com.serotonin.bacnet4j.service.confirmed.ReadPropertyMultipleRequest;
import com.serotonin.bacnet4j.service.confirmed.ReadPropertyRequest;
import com.serotonin.bacnet4j.service.confirmed.SubscribeCOVRequest;
import com.serotonin.bacnet4j.service.confirmed.WritePropertyRequest;
import com.serotonin.bacnet4j.type.Encodable;
import com.serotonin.bacnet4j.type.constructed.Address;
import com.serotonin.bacnet4j.type.constructed.ReadAccessResult;
import com.serotonin.bacnet4j.type.constructed.ReadAccessSpecification;
import com.serotonin.bacnet4j.type.constructed.SequenceOf;
import com.serotonin.bacnet4j.type.enumerated.PropertyIdentifier;
import com.serotonin.bacnet4j.type.primitive.Boolean;
import com.serotonin.bacnet4j.type.primitive.ObjectIdentifier;
import com.serotonin.bacnet4j.type.primitive.UnsignedInteger;
import io.campustwin.adapter.bacnet.wire.Station;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The confirmed services that the adapter uses, as futures. A refusal is a {@link Refused}, silence any other failure. */
final class Client {
  private static final UnsignedInteger PROCESS = new UnsignedInteger(1);

  private final Station station;

  Client(Station station) {
    this.station = station;
  }

  /** The device answered with an error, a reject or an abort. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String detail) {
      super(detail);
    }
  }

  /** What one ReadPropertyMultiple brought; properties that the device does not have are left out. */
  record Readings(Map<ObjectIdentifier, Map<PropertyIdentifier, Encodable>> values) {
    @Nullable
    Encodable find(ObjectIdentifier object, PropertyIdentifier property) {
      return values.getOrDefault(object, Map.of()).get(property);
    }
  }

  CompletableFuture<Readings> read(Address to, List<ReadAccessSpecification> wanted) {
    return ask(to, new ReadPropertyMultipleRequest(new SequenceOf<>(wanted)))
        .thenApply(Client::readings);
  }

  /** One property of one object. */
  CompletableFuture<Encodable> read(
      Address to, ObjectIdentifier object, PropertyIdentifier property) {
    return ask(to, new ReadPropertyRequest(object, property))
        .thenApply(ack -> ((ReadPropertyAck) ack).getValue());
  }

  CompletableFuture<?> write(Address to, ObjectIdentifier object, Encodable value, int priority) {
    return ask(
        to,
        new WritePropertyRequest(
            object, PropertyIdentifier.presentValue, null, value, new UnsignedInteger(priority)));
  }

  CompletableFuture<?> subscribe(Address to, ObjectIdentifier object, int lifetimeSeconds) {
    return ask(
        to,
        new SubscribeCOVRequest(
            PROCESS, object, Boolean.FALSE, new UnsignedInteger(lifetimeSeconds)));
  }

  private CompletableFuture<AcknowledgementService> ask(
      Address to, ConfirmedRequestService service) {
    CompletableFuture<AcknowledgementService> answer = new CompletableFuture<>();
    station.send(to, service, new ResponseConsumer() {
      @Override
      public void success(@Nullable AcknowledgementService ack) {
        answer.complete(ack);
      }

      @Override
      public void fail(AckAPDU ack) {
        answer.completeExceptionally(new Refused(String.valueOf(ack)));
      }

      @Override
      public void ex(BACnetException e) {
        answer.completeExceptionally(e);
      }
    });
    return answer;
  }

  private static Readings readings(AcknowledgementService ack) {
    Map<ObjectIdentifier, Map<PropertyIdentifier, Encodable>> values = new HashMap<>();
    for (ReadAccessResult object : ((ReadPropertyMultipleAck) ack).getListOfReadAccessResults()) {
      Map<PropertyIdentifier, Encodable> properties =
          values.computeIfAbsent(object.getObjectIdentifier(), key -> new HashMap<>());
      for (ReadAccessResult.Result result : object.getListOfResults()) {
        if (!result.isError()) {
          properties.put(result.getPropertyIdentifier(), result.getReadResult().getDatum());
        }
      }
    }
    return new Readings(values);
  }
}

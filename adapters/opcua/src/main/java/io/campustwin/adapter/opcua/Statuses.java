package io.campustwin.adapter.opcua;

import io.campustwin.signal.Quality;
import io.campustwin.signal.Quality.Level;
import io.campustwin.signal.Quality.Reason;
import io.campustwin.signal.WriteOutcome;
import io.campustwin.signal.WriteOutcome.Kind;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;

/** OPC UA status codes and what they mean to the twin, both ways. */
final class Statuses {
  private Statuses() {}

  static StatusCode of(Quality quality) {
    if (quality.isGood()) {
      return StatusCode.GOOD;
    }
    if (quality.level() == Level.UNCERTAIN) {
      return new StatusCode(
          quality.reason() == Reason.OUT_OF_RANGE
              ? StatusCodes.Uncertain_EngineeringUnitsExceeded
              : StatusCodes.Uncertain_LastUsableValue);
    }
    return new StatusCode(
        switch (quality.reason()) {
          case NEVER_REPORTED -> StatusCodes.Bad_WaitingForInitialData;
          case LINK_DOWN -> StatusCodes.Bad_NotConnected;
          case OUT_OF_RANGE -> StatusCodes.Bad_OutOfRange;
          case NOT_CONVERTIBLE -> StatusCodes.Bad_DataEncodingInvalid;
          case DEVICE_FAULT -> StatusCodes.Bad_DeviceFailure;
          case NONE, STALE, RESTART, DEVICE_SILENT -> StatusCodes.Bad_OutOfService;
        });
  }

  static Quality quality(StatusCode status) {
    if (status.isGood()) {
      return Quality.GOOD;
    }
    long code = status.value() & 0xFFFF0000L;
    if (status.isUncertain()) {
      return Quality.uncertain(
          code == StatusCodes.Uncertain_EngineeringUnitsExceeded
              ? Reason.OUT_OF_RANGE
              : Reason.STALE);
    }
    if (isSilence(status)) {
      return Quality.bad(Reason.DEVICE_SILENT);
    }
    if (code == StatusCodes.Bad_WaitingForInitialData) {
      return Quality.bad(Reason.NEVER_REPORTED);
    }
    if (code == StatusCodes.Bad_OutOfRange) {
      return Quality.bad(Reason.OUT_OF_RANGE);
    }
    return Quality.bad(code == StatusCodes.Bad_OutOfService ? Reason.STALE : Reason.DEVICE_FAULT);
  }

  /** True if the server says that it does not reach the device behind the node. */
  static boolean isSilence(StatusCode status) {
    long code = status.value() & 0xFFFF0000L;
    return code == StatusCodes.Bad_NoCommunication
        || code == StatusCodes.Bad_CommunicationError
        || code == StatusCodes.Bad_NotConnected;
  }

  static StatusCode of(WriteOutcome outcome) {
    return new StatusCode(
        switch (outcome.kind()) {
          case ACKNOWLEDGED -> StatusCodes.Good;
          case REFUSED -> StatusCodes.Bad_RequestNotAllowed;
          case NO_ANSWER, LINK_DOWN -> StatusCodes.Bad_NoCommunication;
          case UNKNOWN_POINT -> StatusCodes.Bad_NodeIdUnknown;
          case EXPIRED -> StatusCodes.Bad_Timeout;
        });
  }

  static WriteOutcome outcome(StatusCode status) {
    if (status.isGood()) {
      return WriteOutcome.ACKNOWLEDGED;
    }
    long code = status.value() & 0xFFFF0000L;
    boolean unanswered = isSilence(status) || code == StatusCodes.Bad_Timeout;
    return WriteOutcome.of(unanswered ? Kind.NO_ANSWER : Kind.REFUSED, words(status));
  }

  /** Such as {@code Bad_OutOfRange}. */
  static String words(StatusCode status) {
    return StatusCodes.lookup(status.value())
        .map(names -> names[0])
        .orElseGet(() -> String.format("0x%08X", status.value()));
  }
}

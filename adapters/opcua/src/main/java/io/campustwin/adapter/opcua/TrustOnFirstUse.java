package io.campustwin.adapter.opcua;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.jspecify.annotations.Nullable;

/**
 * Trusts the first certificate a server shows and from then on only that one, as secure shell does with host keys. One
 * file per server; deleting it accepts a new certificate.
 */
final class TrustOnFirstUse implements CertificateValidator {
  private final Path file;

  TrustOnFirstUse(Path folder, String endpoint) {
    URI server = URI.create(endpoint);
    this.file = folder.resolve("trusted-" + server.getHost() + "-" + server.getPort() + ".der");
  }

  @Override
  public synchronized void validateCertificateChain(
      List<X509Certificate> chain,
      @Nullable String applicationUri,
      @Nullable String @Nullable [] hostnames)
      throws UaException {
    try {
      X509Certificate shown = chain.get(0);
      shown.checkValidity();
      if (!Files.exists(file)) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, shown.getEncoded());
      } else if (!Arrays.equals(Files.readAllBytes(file), shown.getEncoded())) {
        throw new UaException(
            StatusCodes.Bad_CertificateUntrusted,
            "the server shows another certificate than before; if that is right, delete " + file);
      }
    } catch (IOException | GeneralSecurityException failure) {
      throw new UaException(
          StatusCodes.Bad_CertificateInvalid, "certificate: " + failure.getMessage(), failure);
    }
  }
}

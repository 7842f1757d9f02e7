package io.campustwin.adapter.opcua;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Period;
import java.util.UUID;
import org.eclipse.milo.opcua.stack.core.util.CertificateUtil;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;

/**
 * The application instance certificate of one side and its private key, made once and then kept in a folder that only
 * its owner can read.
 */
record Identity(KeyPair keys, X509Certificate certificate) {
  private static final int RSA_BITS = 2048;
  private static final Period VALID = Period.ofYears(10);

  /** The name in the certificate, unique to this installation. */
  String applicationUri() {
    return CertificateUtil.getSanUri(certificate)
        .orElseThrow(() -> new IllegalStateException("certificate without application URI"));
  }

  /**
   * Loads {@code <name>.key} and {@code <name>.der} of a folder, or makes them.
   *
   * @throws IOException if the folder cannot be used
   */
  static Identity in(Path folder, String name, String host) throws IOException {
    Path key = folder.resolve(name + ".key");
    Path certificate = folder.resolve(name + ".der");
    try {
      if (Files.exists(key) && Files.exists(certificate)) {
        return load(key, certificate);
      }
      Identity made = make(name, host);
      Files.createDirectories(folder);
      writeSecret(key, made.keys().getPrivate().getEncoded());
      Files.write(certificate, made.certificate().getEncoded());
      return made;
    } catch (GeneralSecurityException failure) {
      throw new IOException(
          "cannot use " + certificate + ": " + failure.getMessage() + "; delete it and " + key,
          failure);
    }
  }

  static X509Certificate parse(byte[] der) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }

  private static Identity load(Path key, Path certificate)
      throws IOException, GeneralSecurityException {
    X509Certificate known = parse(Files.readAllBytes(certificate));
    PKCS8EncodedKeySpec secret = new PKCS8EncodedKeySpec(Files.readAllBytes(key));
    return new Identity(
        new KeyPair(known.getPublicKey(), KeyFactory.getInstance("RSA").generatePrivate(secret)),
        known);
  }

  private static Identity make(String name, String host) throws GeneralSecurityException {
    KeyPair keys = SelfSignedCertificateGenerator.generateRsaKeyPair(RSA_BITS);
    SelfSignedCertificateBuilder builder = new SelfSignedCertificateBuilder(keys)
        .setCommonName("Campus Twin " + name)
        .setOrganization("Campus Twin")
        .setValidityPeriod(VALID)
        .setApplicationUri("urn:campustwin:" + name + ":" + UUID.randomUUID());
    boolean isAddress = host.chars().allMatch(c -> c == '.' || Character.isDigit(c));
    if (isAddress) {
      builder.addIpAddress(host);
    } else {
      builder.addDnsName(host);
    }
    try {
      return new Identity(keys, builder.build());
    } catch (GeneralSecurityException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new GeneralSecurityException("certificate could not be made", failure);
    }
  }

  private static void writeSecret(Path file, byte[] bytes) throws IOException {
    if (!Files.exists(file)) {
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } else {
        Files.createFile(file);
      }
    }
    Files.write(file, bytes);
  }
}

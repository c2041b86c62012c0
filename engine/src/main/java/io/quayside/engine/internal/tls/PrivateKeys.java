package io.quayside.engine.internal.tls;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.List;

/// Private keys out of PEM: PKCS #8 of any kind, PKCS #1 (RSA) and SEC 1 (elliptic curve). Java reads only the
/// first of them, so the other two are wrapped into it.
final class PrivateKeys {

    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");
    private static final byte[] RSA_OID = {6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1};
    private static final byte[] EC_OID = {6, 7, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};
    private static final byte[] NULL = {5, 0};
    private static final byte[] VERSION_0 = {2, 1, 0};
    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 4;
    private static final int EC_PARAMETERS = 0xa0;

    private PrivateKeys() {}

    /// The first private key among the blocks.
    static PrivateKey from(List<PemBlock> blocks) throws GeneralSecurityException {
        for (PemBlock block : blocks) {
            switch (block.label()) {
                case "PRIVATE KEY" -> {
                    return decode(block.der());
                }
                case "RSA PRIVATE KEY" -> {
                    return decode(wrap(concat(RSA_OID, NULL), block.der()));
                }
                case "EC PRIVATE KEY" -> {
                    return decode(wrap(concat(EC_OID, curveOf(block.der())), block.der()));
                }
                case "ENCRYPTED PRIVATE KEY" ->
                    throw new InvalidKeySpecException("The key is protected by a passphrase, which isn't supported");
                default -> {
                    // A certificate or the parameters of a curve beside the key.
                }
            }
        }
        throw new InvalidKeySpecException("There is no private key in the file");
    }

    private static PrivateKey decode(byte[] pkcs8) throws GeneralSecurityException {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException | NoSuchAlgorithmException e) {
                // The next algorithm may know it.
            }
        }
        throw new InvalidKeySpecException("The private key is damaged or of an unknown kind");
    }

    private static byte[] wrap(byte[] algorithm, byte[] key) {
        return der(SEQUENCE, concat(VERSION_0, der(SEQUENCE, algorithm), der(OCTET_STRING, key)));
    }

    /// SEC 1 has the curve inside: SEQUENCE { version, key, [0] curve, … }.
    private static byte[] curveOf(byte[] sec1) throws InvalidKeySpecException {
        try {
            int at = contentOf(sec1, 0);
            while (at < sec1.length) {
                int content = contentOf(sec1, at);
                int next = content + lengthOf(sec1, at);
                if ((sec1[at] & 0xff) == EC_PARAMETERS) {
                    return Arrays.copyOfRange(sec1, content, next);
                }
                at = next;
            }
        } catch (IndexOutOfBoundsException e) {
            throw new InvalidKeySpecException("The private key is damaged", e);
        }
        throw new InvalidKeySpecException("The elliptic-curve key doesn't name its curve");
    }

    private static int contentOf(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
    }

    private static int lengthOf(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = 0; i < (first & 0x7f); i++) {
            length = (length << 8) | (der[at + 2 + i] & 0xff);
        }
        if (length < 0 || length > der.length) {
            throw new IndexOutOfBoundsException(length);
        }
        return length;
    }

    private static byte[] der(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else if (content.length < 0x100) {
            out.write(0x81);
            out.write(content.length);
        } else {
            out.write(0x82);
            out.write(content.length >> 8);
            out.write(content.length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}

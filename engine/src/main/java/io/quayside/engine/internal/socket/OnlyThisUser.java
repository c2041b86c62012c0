package io.quayside.engine.internal.socket;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;
import io.quayside.engine.internal.socket.PipeCalls.PipeException;
import org.jspecify.annotations.Nullable;

/// Rights of something new in Windows that only this process's user may use. By default everybody may read from a pipe.
final class OnlyThisUser {
    private static final int REVISION = 1;

    private final Pointer descriptor;

    /// A call that JNA doesn't declare.
    interface Descriptors extends StdCallLibrary {
        Descriptors CALLS = Native.load("advapi32", Descriptors.class, W32APIOptions.DEFAULT_OPTIONS);

        boolean ConvertStringSecurityDescriptorToSecurityDescriptor(
                String words, int revision, PointerByReference descriptor, @Nullable IntByReference size);
    }

    OnlyThisUser() throws PipeException {
        PointerByReference made = new PointerByReference();
        if (!Descriptors.CALLS.ConvertStringSecurityDescriptorToSecurityDescriptor(
                words(user()), REVISION, made, null)) {
            throw new PipeException("Describing who may use a pipe", Native.getLastError());
        }
        descriptor = made.getValue();
    }

    /// All rights for one user, and none inherited from anywhere (the Security Descriptor Definition Language).
    static String words(String user) {
        return "D:P(A;;GA;;;" + user + ")";
    }

    private static String user() throws PipeException {
        HANDLEByReference token = new HANDLEByReference();
        if (!Advapi32.INSTANCE.OpenProcessToken(Kernel32.INSTANCE.GetCurrentProcess(), WinNT.TOKEN_QUERY, token)) {
            throw new PipeException("Asking who this is", Native.getLastError());
        }
        try {
            IntByReference size = new IntByReference();
            int kind = WinNT.TOKEN_INFORMATION_CLASS.TokenUser;
            Advapi32.INSTANCE.GetTokenInformation(token.getValue(), kind, null, 0, size);
            WinNT.TOKEN_USER user = new WinNT.TOKEN_USER(size.getValue());
            if (!Advapi32.INSTANCE.GetTokenInformation(token.getValue(), kind, user, size.getValue(), size)) {
                throw new PipeException("Asking who this is", Native.getLastError());
            }
            return Advapi32Util.convertSidToStringSid(user.User.Sid);
        } finally {
            Kernel32.INSTANCE.CloseHandle(token.getValue());
        }
    }

    WinBase.SECURITY_ATTRIBUTES attributes() {
        WinBase.SECURITY_ATTRIBUTES attributes = new WinBase.SECURITY_ATTRIBUTES();
        attributes.lpSecurityDescriptor = descriptor;
        attributes.bInheritHandle = false;
        return attributes;
    }

    void free() {
        Kernel32.INSTANCE.LocalFree(descriptor);
    }
}

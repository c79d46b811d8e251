using System.Runtime.InteropServices;

namespace Renderacre.Worker.Machines.MacOS;

/// <summary>Idle time as the driver of keyboards and mice tells it. Compiled, not run.</summary>
internal sealed partial class MacIdleTime : IIdleTime
{
    private const string Kit = "/System/Library/Frameworks/IOKit.framework/IOKit";
    private const string Core = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation";
    private const int Signed64 = 4;
    private const uint Utf8 = 0x08000100;
    private const int NanosecondsPerTick = 100;

    /// <inheritdoc/>
    public string Needs => "a driver of keyboards and mice (IOHIDSystem) that tells HIDIdleTime";

    /// <inheritdoc/>
    public Task<TimeSpan?> ReadAsync(CancellationToken cancellationToken)
    {
        // Looking a service up lets go of what describes it.
        uint driver = IOServiceGetMatchingService(0, IOServiceMatching("IOHIDSystem"));
        if (driver == 0)
            return Task.FromResult<TimeSpan?>(null);
        nint name = CFStringCreateWithCString(0, "HIDIdleTime", Utf8);
        nint number = IORegistryEntryCreateCFProperty(driver, name, 0, 0);
        CFRelease(name);
        _ = IOObjectRelease(driver);
        return Task.FromResult(number == 0 ? null : Nanoseconds(number));
    }

    private static TimeSpan? Nanoseconds(nint number)
    {
        bool read = CFNumberGetValue(number, Signed64, out long nanoseconds) != 0;
        CFRelease(number);
        return read ? TimeSpan.FromTicks(nanoseconds / NanosecondsPerTick) : null;
    }

    [LibraryImport(Kit, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint IOServiceMatching(string name);

    [LibraryImport(Kit)]
    private static partial uint IOServiceGetMatchingService(uint port, nint matching);

    [LibraryImport(Kit)]
    private static partial nint IORegistryEntryCreateCFProperty(uint entry, nint key, nint allocator, uint options);

    [LibraryImport(Kit)]
    private static partial int IOObjectRelease(uint entry);

    [LibraryImport(Core, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint CFStringCreateWithCString(nint allocator, string text, uint encoding);

    [LibraryImport(Core)]
    private static partial byte CFNumberGetValue(nint number, int type, out long value);

    [LibraryImport(Core)]
    private static partial void CFRelease(nint value);
}

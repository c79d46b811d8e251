using System.Diagnostics;

namespace Renderacre.EndToEnd.Faults;

/// <summary>A file system in memory of a size of its own, mounted at a folder.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    /// <summary>Mounts one; that takes Linux and root, without which the test is skipped.</summary>
    /// <param name="folder">The folder, made if missing.</param>
    /// <param name="kilobytes">Its size.</param>
    public static async Task<SmallDisk> MountAsync(string folder, int kilobytes)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "only root may mount a disk");
        Directory.CreateDirectory(folder);
        var error = await RunAsync("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "renderacre-test", folder);
        Assert.SkipWhen(error.Length > 0, $"no disk can be mounted here: {error}");
        return new SmallDisk(folder);
    }

    /// <summary>Gives it another size.</summary>
    public async Task ResizeAsync(int kilobytes) =>
        Assert.Equal("", await RunAsync("mount", "-o", $"remount,size={kilobytes}k", _folder));

    /// <summary>Unmounts it, whoever still has a file of it open.</summary>
    public async ValueTask DisposeAsync() => Assert.Equal("", await RunAsync("umount", "-l", _folder));

    private static async Task<string> RunAsync(string program, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{program} did not start");
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? "" : error.Trim();
    }
}

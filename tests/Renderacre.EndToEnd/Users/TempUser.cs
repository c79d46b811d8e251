using System.Diagnostics;
using Renderacre.EndToEnd.Farms;

namespace Renderacre.EndToEnd.Users;

/// <summary>A user of this machine that is gone after the test, with a group of its own.</summary>
internal sealed class TempUser : IAsyncDisposable
{
    private readonly string? _group;

    private TempUser(string name, string? group)
    {
        Name = name;
        _group = group;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The group that has no other members.</summary>
    public string OwnGroup => _group is null ? Name : $"{Name}g";

    /// <summary>
    /// Makes one. That takes root, and sudo is what the tests are of: without either they are skipped at home, and fail
    /// where CI is set.
    /// </summary>
    /// <param name="group">The user whose primary group it shares, having one of its own beside it; or null.</param>
    public static async Task<TempUser> MakeAsync(string? group = null)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "users are made as Linux does");
        var missing = !Environment.IsPrivilegedProcess ? "root" : !File.Exists("/usr/bin/sudo") ? "sudo" : null;
        Assert.SkipWhen(missing is not null && Environment.GetEnvironmentVariable("CI") is null, $"no {missing} here");
        Assert.Null(missing);
        var name = $"rjob{Guid.NewGuid().ToString("N")[..8]}";
        var user = new TempUser(name, group);
        if (group is not null)
            await RunAsync("groupadd", user.OwnGroup);
        string[] groups = group is null ? ["--user-group"] : ["--gid", group, "--groups", user.OwnGroup];
        await RunAsync("useradd", ["--create-home", .. groups, "--shell", "/bin/sh", name]);
        return user;
    }

    /// <summary>Makes a folder of its own.</summary>
    /// <param name="path">The folder.</param>
    public async Task<string> FolderAsync(string path)
    {
        Directory.CreateDirectory(path);
        await RunAsync("chown", $"{Name}:{Name}", path);
        return path;
    }

    /// <summary>What a command prints that it runs; a failure is part of it.</summary>
    /// <param name="script">A script for sh.</param>
    public Task<string> RunShellAsync(string script) =>
        OutputAsync("sudo", "-n", "-u", Name, "--", "sh", "-c", $"{{ {script}; }} 2>&1; true");

    public async ValueTask DisposeAsync()
    {
        await OutputAsync("pkill", "-KILL", "-u", Name);
        await Eventually.TrueAsync("the user's processes are gone", async () =>
            (await OutputAsync("pgrep", "-u", Name)).Length == 0);
        await RunAsync("userdel", "--remove", Name);
        if (_group is not null)
            await RunAsync("groupdel", OwnGroup);
    }

    private static async Task RunAsync(string program, params string[] args)
    {
        var (code, output) = await StartAsync(program, args);
        Assert.True(code == 0, $"{program} {string.Join(' ', args)}: {output}");
    }

    private static async Task<string> OutputAsync(string program, params string[] args) =>
        (await StartAsync(program, args)).Output;

    private static async Task<(int Code, string Output)> StartAsync(string program, params string[] args)
    {
        var start = new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + (process.ExitCode == 0 ? "" : await error));
    }
}

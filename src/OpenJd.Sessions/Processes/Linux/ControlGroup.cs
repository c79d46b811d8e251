namespace OpenJd.Sessions.Processes.Linux;

/// <summary>
/// A control group (version 2) of its own for a process and all that it starts, whatever that does to its environment
/// and parentage, so that all of it is found and ended even when the process itself has died.
/// </summary>
public static class ControlGroup
{
    private const string Members = "cgroup.procs";
    private const int LooksMax = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Makes a group below this process's own one and moves this process into it.</summary>
    /// <param name="name">The group's name, unique below that one.</param>
    /// <returns>The group's folder; null where groups are not to be had or may not be made.</returns>
    public static string? TryEnter(string name)
    {
        if (!OperatingSystem.IsLinux() || Own() is not { } own)
            return null;
        var group = Path.Combine(own, name);
        try
        {
            Directory.CreateDirectory(group);
            // 0 stands for the writer itself.
            File.WriteAllText(Path.Combine(group, Members), "0");
            return group;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            TryRemove(group);
            return null;
        }
    }

    /// <summary>Ends all members of a group.</summary>
    /// <param name="group">Its folder.</param>
    /// <param name="timeProvider">Times the looks.</param>
    /// <returns>Whether it is empty; also where there is no such group.</returns>
    public static async Task<bool> KillAsync(string group, TimeProvider timeProvider)
    {
        for (var look = 0; look < LooksMax; look++)
        {
            if (!Directory.Exists(group) || IsEmpty(group))
                return true;
            TryKill(group);
            await Task.Delay(Pause, timeProvider).ConfigureAwait(false);
        }

        return false;
    }

    /// <summary>Removes a group without members.</summary>
    /// <param name="group">Its folder.</param>
    /// <returns>Whether it is gone.</returns>
    public static bool TryRemove(string group)
    {
        try
        {
            if (Directory.Exists(group))
                Directory.Delete(group);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsEmpty(string group)
    {
        try
        {
            var events = File.ReadAllText(Path.Combine(group, "cgroup.events"));
            return events.Contains("populated 0", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            // Removed meanwhile.
            return true;
        }
    }

    private static void TryKill(string group)
    {
        try
        {
            File.WriteAllText(Path.Combine(group, "cgroup.kill"), "1");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Linux before 5.14 has no such file; the members are then found by their marker alone.
        }
    }

    // The group that this process is in: the mount of version 2, and the path that /proc names after "0::".
    private static string? Own()
    {
        const string version2 = "0::";
        try
        {
            var path = File.ReadLines("/proc/self/cgroup")
                .FirstOrDefault(line => line.StartsWith(version2, StringComparison.Ordinal));
            var mount = File.ReadLines("/proc/self/mountinfo")
                .FirstOrDefault(line => line.Contains(" - cgroup2 ", StringComparison.Ordinal))?.Split(' ')[4];
            return path is null || mount is null ? null : mount + path[version2.Length..].TrimEnd('/');
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

namespace OpenJd.Sessions.Processes.Linux;

/// <summary>
/// A control group (version 2) of its own for a process and all that it starts, whatever that does to its environment
/// and parentage, so that all of it is found and ended even when the process itself has died.
/// </summary>
public static class ControlGroup
{
    private const int LooksMax = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Makes a group below this process's own one.</summary>
    /// <param name="name">The group's name, unique below that one.</param>
    /// <returns>The group's folder; null where groups are not to be had or may not be made.</returns>
    public static string? TryMake(string name)
    {
        if (!OperatingSystem.IsLinux() || Own() is not { } own)
            return null;
        var group = Path.Combine(own, name);
        try
        {
            Directory.CreateDirectory(group);
            return group;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Moves this process into a group.</summary>
    /// <param name="group">The group's folder.</param>
    /// <returns>Whether it is there; false where the system does not let it.</returns>
    public static bool TryEnter(string group)
    {
        try
        {
            // 0 stands for the writer itself.
            File.WriteAllText(MembersOf(group), "0");
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Moves this process out of its group into the one above, and removes the group if it is empty.</summary>
    /// <param name="group">The group's folder.</param>
    /// <returns>Whether the group is gone.</returns>
    public static bool TryLeave(string group) =>
        Path.GetDirectoryName(group) is { } above && TryEnter(above) && TryRemove(group);

    /// <summary>The file that lists a group's members, and takes the ids of those that are to become some.</summary>
    /// <param name="group">The group's folder.</param>
    public static string MembersOf(string group) => Path.Combine(group, "cgroup.procs");

    /// <summary>
    /// Removes the empty groups below this process's own one that nobody came back for, such as those of a program that
    /// was killed.
    /// </summary>
    /// <param name="prefix">How their names start.</param>
    /// <param name="madeBefore">Younger ones are left: somebody may be about to enter them.</param>
    public static void RemoveAbandoned(string prefix, DateTimeOffset madeBefore)
    {
        if (!OperatingSystem.IsLinux() || Own() is not { } own)
            return;
        try
        {
            foreach (var group in new DirectoryInfo(own).EnumerateDirectories($"{prefix}*"))
            {
                if (group.LastWriteTimeUtc < madeBefore.UtcDateTime && IsEmpty(group.FullName))
                    TryRemove(group.FullName);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What cannot be looked at can be removed by nobody here.
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

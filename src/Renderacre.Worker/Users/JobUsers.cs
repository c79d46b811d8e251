using Renderacre.Worker.Spool;

namespace Renderacre.Worker.Users;

/// <summary>
/// Finds the user that sessions are to run as, and says at the worker's start what is missing where it cannot be had.
/// </summary>
internal static class JobUsers
{
    /// <summary>Finds a user, and tries whether this worker can run sessions as it.</summary>
    /// <param name="asked">USER or USER:GROUP.</param>
    /// <param name="sudo">Runs this program as the user.</param>
    /// <param name="folder">The worker's folder; users are let through it.</param>
    /// <exception cref="WorkerException">It cannot be had; the message says what is missing.</exception>
    public static async Task<JobUser> FindAsync(string asked, Sudo sudo, WorkerFolder folder)
    {
        JobUser user = Find(asked);
        if (Sudo.Find(Environment.GetEnvironmentVariable("PATH")) is null)
            throw Refused(asked, "sudo is not in this worker's PATH; install it, or start the worker as that user");
        folder.LetPass();
        if (await sudo.RunAsync(user.Name, JobUserErrand.Check, folder.Sessions) is not { } problem)
            return user;
        throw Refused(
            asked,
            $"{sudo.Program} cannot be run as '{user.Name}' through sudo: {problem}. The program and the folders above "
            + $"--data-dir must be open to '{user.Name}', and unless the worker is root /etc/sudoers.d must have: "
            + $"{Environment.UserName} ALL=({user.Name}) NOPASSWD: {sudo.Program}");
    }

    /// <summary>Finds a user and its group.</summary>
    /// <param name="asked">USER or USER:GROUP.</param>
    /// <exception cref="WorkerException">One of them may not be used.</exception>
    public static JobUser Find(string asked)
    {
        if (OperatingSystem.IsWindows())
        {
            throw Refused(
                asked, "on Windows sessions run as the worker's own user; start the worker (its service) as that user");
        }

        string[] parts = asked.Split(':', 2);
        string name = parts[0];
        if (Accounts.FindUser(name) is not var (id, primary))
            throw Refused(asked, $"there is no user '{name}' on this machine; make it, for example: useradd -m {name}");
        if (id == 0)
            throw Refused(asked, $"'{name}' is root, which jobs may never be; name a user without special rights");
        GroupAccount group = parts.Length == 2 ? Named(asked, parts[1]) : Primary(asked, name, primary);
        if (group.Id != primary && !group.Members.Contains(name))
            throw Refused(asked, $"'{name}' is not in group '{group.Name}'; {Join(name, group)}");
        RequireOwnGroup(asked, group);
        RequireNoOthers(asked, name, group);
        return new JobUser(name, group.Name, group.Id);
    }

    private static GroupAccount Named(string asked, string name) => Accounts.FindGroup(name)
        ?? throw Refused(asked, $"there is no group '{name}' on this machine; make one, for example: groupadd {name}");

    private static GroupAccount Primary(string asked, string user, uint id) => Accounts.FindGroup(id)
        ?? throw Refused(asked, $"the primary group of '{user}', number {id}, is not known on this machine");

    private static void RequireOwnGroup(string asked, GroupAccount group)
    {
        string own = Environment.UserName;
        if (!Environment.IsPrivilegedProcess && !Accounts.IsOwnGroup(group.Id))
        {
            throw Refused(
                asked,
                $"this worker runs as '{own}', which is not in group '{group.Name}' and so could not read what "
                + $"sessions write; {Join(own, group)}, and start the worker anew");
        }
    }

    // What sessions write is open to the group, so that the worker can read it.
    private static void RequireNoOthers(string asked, string name, GroupAccount group)
    {
        List<string> others = [.. Accounts.UsersOf(group.Id).Concat(group.Members).Distinct()
            .Where(each => each != name && each != Environment.UserName).Order(StringComparer.Ordinal)];
        if (others.Count > 0)
        {
            throw Refused(
                asked,
                $"{string.Join(", ", others.Select(other => $"'{other}'"))} could read the files of sessions, being in "
                + $"group '{group.Name}' too; give '{name}' a group of its own and name it: {name}:GROUP");
        }
    }

    private static string Join(string user, GroupAccount group) =>
        $"make it a member, for example: usermod -a -G {group.Name} {user}";

    private static WorkerException Refused(string asked, string reason) => new(1, $"run_as '{asked}': {reason}");
}

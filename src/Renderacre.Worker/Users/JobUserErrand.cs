using OpenJd.Sessions.Files;
using OpenJd.Sessions.Processes;
using Renderacre.Worker.Spool;

namespace Renderacre.Worker.Users;

/// <summary>What a worker has this program do as a session's user, such as <c>session-host check</c>.</summary>
internal static class JobUserErrand
{
    /// <summary>Sees whether the user gets to a folder.</summary>
    public const string Check = "check";

    /// <summary>Ends a session's processes and removes what they left below its folder.</summary>
    public const string Sweep = "sweep";

    /// <summary>The errand that arguments name, started; null where they name none.</summary>
    /// <param name="args">The arguments after the hidden verb.</param>
    public static Task<int>? Find(IReadOnlyList<string> args) => args switch
    {
        [Check, string folder] => CheckAsync(folder),
        [Sweep, string folder] => SweepAsync(new SessionFolder(folder)),
        _ => null,
    };

    private static async Task<int> CheckAsync(string folder)
    {
        string? closed = Ancestors(folder).FirstOrDefault(each => !Directory.Exists(each));
        if (closed is null)
            return 0;
        await Console.Error.WriteLineAsync($"it cannot get to {closed}: a folder above it lets only others through");
        return 1;
    }

    private static async Task<int> SweepAsync(SessionFolder folder)
    {
        bool ended = await ProcessLaunchers.ForThisSystem(TimeProvider.System).KillMarkedAsync(folder.Marker);
        foreach (string left in Directory.EnumerateDirectories(folder.Work))
            RemoveTree(left);
        foreach (string left in Directory.EnumerateDirectories(folder.Host))
        {
            if (left != folder.Work && left != Path.GetDirectoryName(folder.SessionLog))
                RemoveTree(left);
        }

        if (ended)
            return 0;
        await Console.Error.WriteLineAsync("not every process of the session could be ended");
        return 1;
    }

    // Outermost first.
    private static Stack<string> Ancestors(string folder)
    {
        var all = new Stack<string>();
        for (string? each = folder; each is not null; each = Path.GetDirectoryName(each))
            all.Push(each);
        return all;
    }

    private static void RemoveTree(string path)
    {
        try
        {
            PrivateFolder.Remove(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The worker finds it when it removes the rest, and says so.
            Console.Error.WriteLine(error.Message);
        }
    }
}

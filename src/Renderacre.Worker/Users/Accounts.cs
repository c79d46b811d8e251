using System.Runtime.InteropServices;

namespace Renderacre.Worker.Users;

/// <summary>
/// Users and groups as a POSIX system knows them. (macOS: compiled, not run.) The lookups share the C library's memory,
/// so they are made one at a time, at the worker's start.
/// </summary>
internal static unsafe partial class Accounts
{
    private const int GroupsMax = 65536;
    private const uint Unchanged = uint.MaxValue;

    /// <summary>A user's number and its primary group's, or null where there is no such user.</summary>
    /// <param name="name">The user.</param>
    public static (uint Id, uint GroupId)? FindUser(string name)
    {
        User* user = GetUser(name);
        return user is null ? null : (user->Id, user->GroupId);
    }

    /// <summary>A group, or null where there is no such group.</summary>
    /// <param name="name">The group.</param>
    public static GroupAccount? FindGroup(string name) => Read(GetGroup(name));

    /// <summary>A group, or null where there is none of that number.</summary>
    /// <param name="id">The group's number.</param>
    public static GroupAccount? FindGroup(uint id) => Read(GetGroupById(id));

    /// <summary>The users whose primary group it is, as far as the system lists users.</summary>
    /// <param name="groupId">The group's number.</param>
    public static IReadOnlyList<string> UsersOf(uint groupId)
    {
        var users = new List<string>();
        RewindUsers();
        for (User* user = NextUser(); user is not null; user = NextUser())
        {
            if (user->GroupId == groupId)
                users.Add(Text(user->Name));
        }

        EndUsers();
        return users;
    }

    /// <summary>Whether this process is in a group.</summary>
    /// <param name="groupId">The group's number.</param>
    public static bool IsOwnGroup(uint groupId)
    {
        uint[] groups = new uint[GroupsMax];
        fixed (uint* first = groups)
        {
            int count = GetGroups(groups.Length, first);
            return EffectiveGroup() == groupId || groups.AsSpan(0, Math.Max(count, 0)).Contains(groupId);
        }
    }

    /// <summary>Gives a file or folder of this user another group.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="groupId">The group's number.</param>
    /// <exception cref="IOException">The system refused.</exception>
    public static void SetGroup(string path, uint groupId)
    {
        if (ChangeOwner(path, Unchanged, groupId) != 0)
        {
            throw new IOException(
                $"{path} cannot be given to group {groupId}: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    private static GroupAccount? Read(Group* group)
    {
        if (group is null)
            return null;
        var members = new List<string>();
        for (byte** member = group->Members; *member is not null; member++)
            members.Add(Text(*member));
        return new GroupAccount(Text(group->Name), group->Id, members);
    }

    private static string Text(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? "";

    [LibraryImport("libc", EntryPoint = "getpwnam", StringMarshalling = StringMarshalling.Utf8)]
    private static partial User* GetUser(string name);

    [LibraryImport("libc", EntryPoint = "getgrnam", StringMarshalling = StringMarshalling.Utf8)]
    private static partial Group* GetGroup(string name);

    [LibraryImport("libc", EntryPoint = "getgrgid")]
    private static partial Group* GetGroupById(uint id);

    [LibraryImport("libc", EntryPoint = "setpwent")]
    private static partial void RewindUsers();

    [LibraryImport("libc", EntryPoint = "getpwent")]
    private static partial User* NextUser();

    [LibraryImport("libc", EntryPoint = "endpwent")]
    private static partial void EndUsers();

    [LibraryImport("libc", EntryPoint = "getgroups")]
    private static partial int GetGroups(int count, uint* groups);

    [LibraryImport("libc", EntryPoint = "getegid")]
    private static partial uint EffectiveGroup();

    [LibraryImport("libc", EntryPoint = "chown", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ChangeOwner(string path, uint user, uint group);

    /// <summary>The beginning of struct passwd, alike on Linux and macOS.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct User
    {
        public readonly byte* Name;
        public readonly byte* Password;
        public readonly uint Id;
        public readonly uint GroupId;
    }

    /// <summary>struct group.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Group
    {
        public readonly byte* Name;
        public readonly byte* Password;
        public readonly uint Id;
        public readonly byte** Members;
    }
}

/// <summary>A group of users.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Id">Its number.</param>
/// <param name="Members">The users that are members beside those whose primary group it is.</param>
internal sealed record GroupAccount(string Name, uint Id, IReadOnlyList<string> Members);

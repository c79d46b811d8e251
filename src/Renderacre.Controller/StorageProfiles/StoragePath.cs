using System.Buffers;
using OpenJd.Expressions.Paths;
using Renderacre.Contracts.StorageProfiles;
using SourcePathFormat = OpenJd.Expressions.Paths.SourcePathFormat;

namespace Renderacre.Controller.StorageProfiles;

/// <summary>The path of a storage location, and how it is written.</summary>
/// <param name="Text">The path.</param>
/// <param name="Format">Of which form it is.</param>
internal readonly record struct StoragePath(string Text, SourcePathFormat Format)
{
    private const string SchemeEnd = "://";

    private static readonly SearchValues<char> SchemeCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    /// <summary>Takes a path as a profile's machines do: a URI anywhere, else as their system has paths.</summary>
    /// <param name="path">The path.</param>
    /// <param name="family">The system.</param>
    public static StoragePath Of(string path, OsFamily family) => new(path, IsUri(path)
        ? SourcePathFormat.Uri
        : family == OsFamily.Windows ? SourcePathFormat.Windows : SourcePathFormat.Posix);

    /// <summary>Whether it depends on nothing: no current folder, no current drive.</summary>
    public bool IsAbsolute => Format switch
    {
        SourcePathFormat.Posix => Text.StartsWith('/'),
        SourcePathFormat.Windows => HasDriveAndRoot || IsShare,
        SourcePathFormat.Uri => true,
    };

    /// <summary>Whether a part of it leads upwards, so that what it means is not to be read off.</summary>
    public bool LeadsUp => Text.Split(Format == SourcePathFormat.Windows ? ['/', '\\'] : ['/']).Contains("..");

    /// <summary>Whether another path is this one, or lies below it.</summary>
    /// <param name="other">The other path.</param>
    public bool Holds(StoragePath other) =>
        Format == other.Format && new PathMappingRule(Format, Text, "/").TryApply(other.Text) is not null;

    private bool HasDriveAndRoot =>
        Text.Length >= 3 && char.IsAsciiLetter(Text[0]) && Text[1] == ':' && Text[2] is '/' or '\\';

    private bool IsShare
    {
        get
        {
            string path = Text.Replace('/', '\\');
            string[] parts = path.StartsWith(@"\\", StringComparison.Ordinal) ? path[2..].Split('\\') : [];
            return parts.Length >= 2 && parts[0].Length > 0 && parts[1].Length > 0;
        }
    }

    private static bool IsUri(string path) =>
        path.IndexOf(SchemeEnd, StringComparison.Ordinal) is var end and > 0
        && char.IsAsciiLetter(path[0])
        && path.AsSpan(0, end).IndexOfAnyExcept(SchemeCharacters) < 0;
}

using System.Text.Json;
using Renderacre.Contracts.Sync;
using Renderacre.Worker.Hosts;

namespace Renderacre.Worker.Spool;

/// <summary>
/// The leases of a session that the worker answers for: kept before its host hears of them, so that the next worker
/// knows them too. A file of lines, one for each lease that is kept or let go.
/// </summary>
internal sealed class KeptLeases : IDisposable
{
    // Beyond this the file is written anew when most of its leases have been let go.
    private const long RewriteBytes = 256 * 1024;
    private const int RewriteShare = 8;

    private readonly string _path;
    private readonly OrderedDictionary<Guid, LeaseAssignment> _leases = [];
    private LineFile? _file;
    private int _linesInFile;

    /// <summary>Reads what an earlier worker has kept.</summary>
    /// <param name="path">The file; it is made when the first lease is kept.</param>
    public KeptLeases(string path)
    {
        _path = path;
        (IReadOnlyList<KeptLine> lines, _) = Read(path);
        foreach (KeptLine line in lines)
            Apply(line);
        _linesInFile = lines.Count;
    }

    /// <summary>The leases, in the order they were kept.</summary>
    public IReadOnlyList<LeaseAssignment> All => [.. _leases.Values];

    /// <summary>How many there are.</summary>
    public int Count => _leases.Count;

    /// <summary>Whether a lease is kept.</summary>
    /// <param name="lease">The lease.</param>
    public bool Has(Guid lease) => _leases.ContainsKey(lease);

    /// <summary>A kept lease, or null.</summary>
    /// <param name="lease">The lease.</param>
    public LeaseAssignment? Find(Guid lease) => _leases.GetValueOrDefault(lease);

    /// <summary>Keeps leases.</summary>
    /// <param name="leases">Leases that are not kept yet.</param>
    /// <exception cref="IOException">They cannot be written; none of them is kept then.</exception>
    public void Keep(IReadOnlyList<LeaseAssignment> leases) =>
        Append([.. leases.Select(lease => new KeptLine(Kept: lease))]);

    /// <summary>Lets go of leases.</summary>
    /// <param name="leases">Their ids.</param>
    /// <exception cref="IOException">That cannot be written; all of them are kept on then.</exception>
    public void Drop(IReadOnlyList<Guid> leases)
    {
        Append([.. leases.Select(lease => new KeptLine(Dropped: lease))]);
        if (_file!.Length > RewriteBytes && _linesInFile > _leases.Count * RewriteShare) // Appended to just now.
            Rewrite();
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private static (IReadOnlyList<KeptLine> Lines, long Length) Read(string path)
    {
        if (!File.Exists(path))
            return ([], 0);
        ReadOnlySpan<byte> rest = File.ReadAllBytes(path);
        var lines = new List<KeptLine>();
        long length = 0;
        for (int end = rest.IndexOf((byte)'\n'); end >= 0; end = rest.IndexOf((byte)'\n'))
        {
            if (JsonSerializer.Deserialize(rest[..end], HostJson.Default.KeptLine) is { } line)
                lines.Add(line);
            rest = rest[(end + 1)..];
            length += end + 1;
        }

        return (lines, length);
    }

    private void Append(IReadOnlyList<KeptLine> lines)
    {
        if (lines.Count == 0)
            return;
        _file ??= new LineFile(_path, Read(_path).Length, SpoolAccess.Private);
        _file.Append(Encode(lines));
        foreach (KeptLine line in lines)
            Apply(line);
        _linesInFile += lines.Count;
    }

    private static byte[] Encode(IEnumerable<KeptLine> lines)
    {
        using var bytes = new MemoryStream();
        foreach (KeptLine line in lines)
        {
            JsonSerializer.Serialize(bytes, line, HostJson.Default.KeptLine);
            bytes.WriteByte((byte)'\n');
        }

        return bytes.ToArray();
    }

    private void Apply(KeptLine line)
    {
        if (line.Kept is { } lease)
            _leases[lease.LeaseId] = lease;
        if (line.Dropped is { } dropped)
            _leases.Remove(dropped);
    }

    // The old file counts until the new one is whole.
    private void Rewrite()
    {
        string draft = _path + ".tmp";
        File.Delete(draft);
        using (var file = new LineFile(draft, 0, SpoolAccess.Private))
            file.Append(Encode(_leases.Values.Select(lease => new KeptLine(Kept: lease))));
        File.Move(draft, _path, overwrite: true);
        _file?.Dispose();
        _file = null;
        _linesInFile = _leases.Count;
    }
}

/// <summary>A line of the file: a lease that is kept, or one that is let go.</summary>
/// <param name="Kept">The lease that is kept from here on, or null.</param>
/// <param name="Dropped">The lease that is let go, or null.</param>
internal sealed record KeptLine(LeaseAssignment? Kept = null, Guid? Dropped = null);

using Renderacre.Contracts.Sync;
using Renderacre.Worker.Spool;
using Renderacre.Worker.Tests.Support;

namespace Renderacre.Worker.Tests.Spool;

public sealed class JournalTests
{
    private static readonly Guid Session = Guid.NewGuid();
    private static readonly Guid Lease = Guid.NewGuid();

    [Fact]
    public void Reports_are_read_as_they_come_each_once()
    {
        using var folder = new TempFolder();
        using var reader = new JournalReader(folder.PathOf("j"));
        Assert.Empty(reader.ReadNew());
        using var writer = new JournalWriter(folder.PathOf("j"), SpoolAccess.Private);
        writer.Append(Started);
        Assert.Equal([Started(1)], reader.ReadNew());
        writer.Append(Started);
        writer.Append(Started);
        Assert.Equal([Started(2), Started(3)], reader.ReadNew());
        Assert.Empty(reader.ReadNew());
    }

    [Fact]
    public void A_writer_that_comes_after_one_that_died_in_a_line_cuts_the_line_off_and_counts_on()
    {
        using var folder = new TempFolder();
        using (var first = new JournalWriter(folder.PathOf("j"), SpoolAccess.Private))
            first.Append(Started);
        File.AppendAllText(folder.PathOf("j"), "{\"kind\":\"lease_sta");
        using var second = new JournalWriter(folder.PathOf("j"), SpoolAccess.Private);
        second.Append(Started);

        Assert.Equal([Started(1), Started(2)], JournalReader.ReadAll(folder.PathOf("j")).Reports);
    }

    [Fact]
    public void A_line_that_is_not_whole_yet_is_left_for_the_next_reading()
    {
        using var folder = new TempFolder();
        using var whole = new JournalWriter(folder.PathOf("whole"), SpoolAccess.Private);
        whole.Append(Started);
        whole.Append(Started);
        var bytes = ReadShared(folder.PathOf("whole"));
        var cut = Array.IndexOf(bytes, (byte)'\n') + 10;
        File.WriteAllBytes(folder.PathOf("j"), bytes[..cut]);
        using var reader = new JournalReader(folder.PathOf("j"));
        Assert.Single(reader.ReadNew());
        File.WriteAllBytes(folder.PathOf("j"), bytes);
        Assert.Equal([Started(2)], reader.ReadNew());
    }

    private static LeaseStarted Started(long number) =>
        new() { SessionId = Session, Number = number, LeaseId = Lease };

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}

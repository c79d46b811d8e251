using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using Renderacre.Client;
using Renderacre.Contracts.Json;
using Renderacre.Python.Interop;
using Renderacre.Python.Module;
using Renderacre.Python.Objects;

namespace Renderacre.Python.Farms;

/// <summary>Functions that tell what changes in a farm.</summary>
internal static unsafe class FeedFunctions
{
    private static readonly Handles<Feed> Feeds = new("iteration");

    /// <summary>The functions by name.</summary>
    public static IReadOnlyList<(string Name, nint Address)> All =>
    [
        ("feed_open", (nint)(delegate* unmanaged[Cdecl]<nint, nint, nint>)&Open),
        ("feed_next", (nint)(delegate* unmanaged[Cdecl]<nint, nint, nint>)&Next),
        ("feed_close", (nint)(delegate* unmanaged[Cdecl]<nint, nint, nint>)&Close),
    ];

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Open(nint self, nint tuple) => Entry.Run(
        new Arguments(tuple, "client", "job", "after"),
        static given =>
        {
            var client = FarmClients.Open.Get(given.Integer(0));
            Guid? job = given.OptionalText(1) is { } text ? ParseId(text) : null;
            long? after = given.Optional(2) is null ? null : given.Integer(2);
            return NumberObject.From(Feeds.Add(new Feed(client, after, job)));
        });

    /// <summary>
    /// A tuple of the revision to go on after (or None) and the change (or None where it cannot be read); None where
    /// none came in time; False where the controller has ended the feed.
    /// </summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Next(nint self, nint tuple) => Entry.Run(
        new Arguments(tuple, "feed", "seconds"),
        static given =>
        {
            var moment = Feeds.Get(given.Integer(0)).Next(given.Seconds(1), out var ended);
            if (moment is null)
                return Reference.Share(ended ? PythonApi.False : PythonApi.None).PassOn();
            using var revision = Reference.Own(moment.Revision is { } number
                ? NumberObject.From(number)
                : Reference.Share(PythonApi.None).PassOn());
            return TupleObject.From(revision.PassOn(), Change(moment));
        });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Close(nint self, nint tuple) => Entry.Run(
        new Arguments(tuple, "feed"),
        static given =>
        {
            Feeds.Close(given.Integer(0));
            return Reference.Share(PythonApi.None).PassOn();
        });

    private static nint Change(FeedMoment moment) => moment.Change is { } change
        ? JsonToPython.Convert(JsonSerializer.SerializeToUtf8Bytes(change, WireJson.Default.FarmChange))
        : Reference.Share(PythonApi.None).PassOn();

    private static Guid ParseId(string text) =>
        Guid.TryParse(text, out var id) ? id : throw new ArgumentValueException($"job: '{text}' is no id");
}

using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Renderacre.Bench.FarmEdge;

/// <summary>
/// One keep-alive connection that costs next to nothing: load generator and server share the machine's processors.
/// </summary>
internal sealed class RawConnection : IDisposable
{
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] LastChunk = "0\r\n\r\n"u8.ToArray();

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly string _host;
    private byte[] _buffer = new byte[16 << 10];
    private int _length;

    private RawConnection(Uri address) => _host = address.Authority;

    public static async Task<RawConnection> OpenAsync(Uri address)
    {
        var connection = new RawConnection(address);
        await connection._socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, address.Port));
        return connection;
    }

    /// <summary>Sends a request and gives the answer's body, valid until the next one.</summary>
    /// <exception cref="InvalidOperationException">The answer is not 200.</exception>
    public async Task<ReadOnlyMemory<byte>> SendAsync(
        string method, string path, ReadOnlyMemory<byte> body, string headers = "")
    {
        string head = string.Create(CultureInfo.InvariantCulture,
            $"{method} {path} HTTP/1.1\r\nHost: {_host}\r\n{headers}Content-Length: {body.Length}\r\n"
            + $"{(body.IsEmpty ? "" : "Content-Type: application/json\r\n")}\r\n");
        byte[] request = new byte[head.Length + body.Length];
        Encoding.ASCII.GetBytes(head, request);
        body.CopyTo(request.AsMemory(head.Length));
        for (int sent = 0; sent < request.Length;)
            sent += await _socket.SendAsync(request.AsMemory(sent));
        return await ReadAsync();
    }

    public void Dispose() => _socket.Dispose();

    private async Task<ReadOnlyMemory<byte>> ReadAsync()
    {
        _length = 0;
        int bodyStart;
        while ((bodyStart = _buffer.AsSpan(0, _length).IndexOf(HeadEnd)) < 0)
            await FillAsync();
        bodyStart += HeadEnd.Length;
        string head = Encoding.ASCII.GetString(_buffer, 0, bodyStart);
        if (!head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
            throw new InvalidOperationException(Encoding.UTF8.GetString(_buffer, 0, _length));
        const string Name = "Content-Length: ";
        int at = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return await ReadChunksAsync(bodyStart);
        int end = head.IndexOf('\r', at);
        int length = int.Parse(head.AsSpan(at + Name.Length, end - at - Name.Length), CultureInfo.InvariantCulture);
        while (_length < bodyStart + length)
            await FillAsync();
        return _buffer.AsMemory(bodyStart, length);
    }

    // The chunks' own lines stay between their bytes: whoever reads JSON out of it looks for fields, or joins them.
    private async Task<ReadOnlyMemory<byte>> ReadChunksAsync(int bodyStart)
    {
        while (!_buffer.AsSpan(bodyStart, _length - bodyStart).EndsWith(LastChunk))
            await FillAsync();
        return Joined(_buffer.AsSpan(bodyStart, _length - bodyStart));
    }

    private static byte[] Joined(ReadOnlySpan<byte> chunks)
    {
        using var body = new MemoryStream();
        while (true)
        {
            int end = chunks.IndexOf((byte)'\n');
            int length = int.Parse(
                Encoding.ASCII.GetString(chunks[..(end - 1)]), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (length == 0)
                return body.ToArray();
            body.Write(chunks.Slice(end + 1, length));
            chunks = chunks[(end + 1 + length + 2)..];
        }
    }

    private async Task FillAsync()
    {
        if (_length == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        int read = await _socket.ReceiveAsync(_buffer.AsMemory(_length));
        if (read == 0)
            throw new InvalidOperationException("the server has closed the connection");
        _length += read;
    }
}
